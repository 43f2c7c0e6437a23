package nn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import nn.NnException.Kind;
import nn.Plural;
import nn.eval.Classifier;
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

/** {@code nn predict}: recognizes the digit in a picture. */
final class PredictCommand extends Command {

    static final String HEADER = "Say which digit is in a picture.";

    /** The most pictures that are answered without ND4J. */
    static final int FEW = 16;

    /** The most multiplications that are done without ND4J. They take some 50 ms, and starting ND4J takes longer. */
    private static final long FEW_PRODUCTS = 32_000_000;

    private final Terminal terminal;
    private final PrefetchedModel prefetched;

    private final PictureArguments images = new PictureArguments();

    private final ModelOption model = new ModelOption();

    private final Flag<Integer> top = Flag.of(
                    Integer.class, "--top", "K", "Show the K most probable digits; JSON has all, CSV the first.")
            .standard("1");

    private final PreparationOptions preparation = new PreparationOptions();
    private final Flag<Boolean> show = Flag.on("--show", "Draw what the network sees.");

    private final PreparedFiles prepared = new PreparedFiles();

    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text.");
    private final Flag<Boolean> csv = Flag.on("--csv", "Print CSV instead of text.");

    private final ThreadsOption threads = new ThreadsOption("Pictures processed at the same time, 1 to 256.");

    private final CommonOptions common = new CommonOptions();

    private Future<Classifier> classifier;
    private boolean headed;
    private int failures;
    private final List<Answer> collected = new ArrayList<>();

    PredictCommand(Terminal terminal, PrefetchedModel prefetched) {
        super(HEADER);
        this.terminal = terminal;
        this.prefetched = prefetched;
        examples("nn predict photo.jpg", "nn predict pictures/ --csv > answers.csv", "nn predict - --json < photo.jpg");
        add(images, model, top, preparation, show, prepared, json, csv, threads, common);
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
                PictureFiles.expand(images.words(), "nn predict", warning -> common.warn(terminal, warning));
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
        prepared.makeDirectory();
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
        answer.prepared().ifPresent(digit -> prepared.save(answer.file(), digit));
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
        return prepared.isGiven() || !terminal.out().checkError();
    }
}
