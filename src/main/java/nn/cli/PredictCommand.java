package nn.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import nn.NnException;
import nn.NnException.Kind;
import nn.Plural;
import nn.eval.Classifier;
import nn.files.AtomicFile;
import nn.image.GrayPng;
import nn.json.Json;
import nn.model.Storage;
import nn.pictures.Answer;
import nn.pictures.PictureClassifier;
import nn.pictures.PictureFiles;
import nn.report.DigitDrawing;
import nn.report.PredictionJson;
import nn.report.PredictionText;
import nn.report.Terminal;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn predict}: recognizes the digit in a picture. */
final class PredictCommand extends Command {

    static final String HEADER = "Say which digit is in a picture.";

    /** The most pictures that are answered without ND4J. */
    static final int FEW = 16;

    /** The most multiplications that are done without ND4J. They take some 50 ms, and starting ND4J takes longer. */
    private static final long FEW_PRODUCTS = 32_000_000;

    /** Of the 255 bytes that a name may have. */
    private static final int MOST_STEM_BYTES = 200;

    private final Terminal terminal;
    private final PrefetchedModel prefetched;

    private final PositionalParamSpec images = PositionalParamSpec.builder()
            .required(true)
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("IMAGE")
            .description(
                    "Pictures, directories of pictures, - for one on standard input, @LIST for a file with a path a line.")
            .build();

    private final ModelOption model = new ModelOption();

    private final Flag<Integer> top = Flag.of(
                    Integer.class, "--top", "K", "Show the K most probable digits; JSON has all, CSV the first.")
            .standard("1");

    private final PreparationOptions preparation = new PreparationOptions();
    private final Flag<Boolean> show = Flag.on("--show", "Draw what the network sees.");

    private final Flag<Path> saveTo =
            Flag.of(Path.class, "--save-prepared", "DIR", "Write what the network sees as PNG files.");

    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text.");
    private final Flag<Boolean> csv = Flag.on("--csv", "Print CSV instead of text.");

    private final ThreadsOption threads = new ThreadsOption("Pictures processed at the same time, 1 to 256.");

    private final CommonOptions common = new CommonOptions();

    private Future<Classifier> classifier;
    private boolean headed;
    private int failures;
    private int saved;
    private final List<Answer> collected = new ArrayList<>();

    PredictCommand(Terminal terminal, PrefetchedModel prefetched) {
        super(HEADER);
        this.terminal = terminal;
        this.prefetched = prefetched;
        examples("nn predict photo.jpg", "nn predict pictures/ --csv > answers.csv", "nn predict - --json < photo.jpg");
        spec().addPositional(images);
        add(model, top, preparation, show, saveTo, json, csv, threads, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nReads PNG, JPEG, GIF, BMP, TIFF, WebP and netpbm, also as base64 text; finds the digit and "
                                + "prepares it as MNIST's images were, so that photos of pen on paper work. A line for each "
                                + "picture: the digit, its probability, the file.%n");
    }

    @Override
    public Integer call() {
        checkOptions();
        List<PictureFiles.Item> files =
                PictureFiles.expand(images.getValue(), warning -> common.warn(terminal, warning));
        Path modelFile = model.file();
        if (files.size() > FEW) {
            JvmWarmUp.loadNativeLibraries();
        }
        load(modelFile, files.size());
        model.announce(modelFile, terminal, common.quiet());
        new PictureClassifier(() -> Background.result(classifier), preparation.preparation(), System.in)
                .answer(files, threads.count(), answer -> {
                    receive(answer);
                    return isWanted();
                });
        common.note(
                terminal,
                () -> "network %s, %s, %d not answered"
                        .formatted(
                                Background.result(classifier).architectureNames(),
                                Plural.of(files.size(), "picture"),
                                failures));
        if (json.isOn()) {
            terminal.out()
                    .print(Json.pretty(PredictionJson.of(
                            modelFile.toString(),
                            collected,
                            Background.result(classifier).classNames())));
        }
        terminal.out().flush();
        return failures == 0 ? 0 : Kind.BAD_INPUT.exitCode();
    }

    private void load(Path modelFile, int pictures) {
        classifier = Background.start(() -> {
            SafeTensors content = prefetched.content(modelFile);
            return ModelOption.forPictures(content, modelFile, storage(pictures, content));
        });
    }

    private static Storage storage(int pictures, SafeTensors content) {
        long weights =
                content.tensors().values().stream().mapToLong(Tensor::elements).sum();
        return pictures <= FEW && pictures * weights <= FEW_PRODUCTS ? Storage.HEAP_FLOAT : Storage.NATIVE_FLOAT;
    }

    private void checkOptions() {
        if (json.isOn() && csv.isOn()) {
            throw usage("--json and --csv exclude each other");
        }
        if (show.isOn() && (json.isOn() || csv.isOn())) {
            throw usage("--show draws text, so it does not go with --json and --csv");
        }
        if (csv.isOn() && top.value() > 1) {
            throw usage("--csv has a picture's most probable digit only, so it does not go with "
                    + "--top; --json has all");
        }
        if (top.value() < 1) {
            throw usage("--top is " + top.value() + "; it must be at least 1");
        }
        threads.check(this);
        if (saveTo.isGiven()) {
            try {
                Files.createDirectories(saveTo.value());
            } catch (IOException e) {
                throw NnException.of(
                        Kind.ENVIRONMENT,
                        saveTo.value(),
                        "cannot be made (" + e.getMessage() + ")",
                        "name a directory that can be written");
            }
        }
    }

    private void receive(Answer answer) {
        List<String> classNames =
                Background.result(classifier).classNames(); // before any output: the model may be damaged
        if (answer.error().isPresent()) {
            failures++;
        }
        if (show.isOn()) {
            answer.prepared()
                    .ifPresent(p -> terminal.out()
                            .print(DigitDrawing.of(p.pixels(), p.rows(), p.columns(), terminal.unicode())));
        }
        for (String candidate : PredictionText.candidates(answer, classNames)) {
            common.note(terminal, () -> candidate);
        }
        save(answer);
        if (json.isOn()) {
            collected.add(answer);
            return;
        }
        if (csv.isOn()) {
            terminal.out()
                    .print((headed ? "" : PredictionText.csvHeader()) + PredictionText.csvLine(answer, classNames));
            headed = true;
        } else {
            answer.prediction()
                    .ifPresent(
                            p -> terminal.out().print(PredictionText.line(answer.file(), p, classNames, top.value())));
        }
        terminal.out().flush();
        answer.error().ifPresent(terminal::say);
        answer.warnings().forEach(warning -> common.warn(terminal, answer.file() + ": " + warning));
    }

    /** Nobody wants more answers after {@code nn predict ... | head}, but pictures may still be saved. */
    private boolean isWanted() {
        return saveTo.isGiven() || !terminal.out().checkError();
    }

    private void save(Answer answer) {
        if (!saveTo.isGiven() || answer.prepared().isEmpty()) {
            return;
        }
        saved++;
        Path name = Path.of(answer.file()).getFileName();
        String stem = name == null || answer.file().equals(PictureFiles.STDIN)
                ? "stdin"
                : name.toString().replaceAll("\\.[^.]*$", "");
        Path file = saveTo.value().resolve("%04d-%s.png".formatted(saved, shortened(stem)));
        byte[] png = GrayPng.encode(
                answer.prepared().get().pixels(),
                answer.prepared().get().rows(),
                answer.prepared().get().columns());
        AtomicFile.writeUnforced(file, out -> out.write(png));
    }

    /** The beginning of a name, so that a number and an ending fit into the length that file systems allow. */
    private static String shortened(String stem) {
        String name = stem;
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_STEM_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name;
    }
}
