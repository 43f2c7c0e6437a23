package nn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.AtomicFile;
import nn.checkpoint.Json;
import nn.checkpoint.SafeTensors;
import nn.checkpoint.Tensor;
import nn.eval.Classifier;
import nn.image.GrayPng;
import nn.model.Precision;
import nn.report.Answer;
import nn.report.Counted;
import nn.report.DigitDrawing;
import nn.report.PredictionJson;
import nn.report.PredictionText;
import nn.report.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nn predict}: which digit is in a picture. */
@Command(name = "predict", sortOptions = false, abbreviateSynopsis = true, header = "Say which digit is in a picture.",
        description = "%nReads PNG, JPEG, GIF, BMP, TIFF and WebP; finds the digit and prepares it as MNIST's images were, so that "
                + "photos of pen on paper work. A line for each picture: the digit, its probability, the file.%n")
final class PredictCommand implements Callable<Integer> {

    /** With more pictures ND4J is started at once; at most so many may be answered without it. */
    static final int FEW = 16;

    /** Products of a value and a weight that take some 50 ms without ND4J, whose start takes longer. The model is small then, too. */
    private static final long FEW_PRODUCTS = 32_000_000;

    private final Terminal terminal;
    private final EarlyModel early;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "IMAGE",
            description = "Pictures, directories of pictures, - for one on standard input, @LIST for a file with a path a line.")
    private List<String> images;

    @Mixin
    private ModelChoice model;

    @Option(names = "--top", paramLabel = "K", defaultValue = "1", description = "Show the K most probable digits; JSON has all, CSV the first.")
    private int top;

    @Mixin
    private PreparationOptions preparation;

    @Option(names = "--show", description = "Draw what the network sees.")
    private boolean show;

    @Option(names = "--save-prepared", paramLabel = "DIR", description = "Write what the network sees as PNG files.")
    private Path saveTo;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV instead of text.")
    private boolean csv;

    @Option(names = "--threads", paramLabel = "N", description = "Pictures worked on at once, 1 to 256.")
    private Integer threads;

    @Mixin
    private CommonOptions common;

    private Future<Classifier> classifier;
    private boolean headed;
    private int failures;
    private int saved;
    private final List<Answer> collected = new ArrayList<>();

    PredictCommand(Terminal terminal, EarlyModel early) {
        this.terminal = terminal;
        this.early = early;
    }

    @Override
    public Integer call() {
        checkOptions();
        List<PictureFiles.Item> files = PictureFiles.expand(images);
        Path modelFile = model.file();
        if (files.size() > FEW) {
            HeadStart.ofNativeLibraries();
        }
        classifier = Background.start(() -> {
            SafeTensors content = early.content(modelFile);
            return ModelChoice.forPictures(content, modelFile, precision(files.size(), content));
        });
        model.announce(modelFile, terminal, common.quiet());
        new PictureReader(classifier, preparation.preparation(), System.in)
                .answer(files, Threads.orAll(threads), this::receive);
        common.note(terminal, () -> "network %s, %s, %d not answered"
                .formatted(Background.result(classifier).architectureNames(), Counted.of(files.size(), "picture"), failures));
        if (json) {
            terminal.out().print(Json.pretty(PredictionJson.of(modelFile.toString(), collected)));
        }
        terminal.out().flush();
        return failures == 0 ? 0 : Kind.BAD_INPUT.exitCode();
    }

    private static Precision precision(int pictures, SafeTensors content) {
        long weights = content.tensors().values().stream().mapToLong(Tensor::elements).sum();
        return pictures <= FEW && pictures * weights <= FEW_PRODUCTS ? Precision.PLAIN_FLOAT : Precision.FLOAT;
    }

    private void checkOptions() {
        if (json && csv) {
            throw new ParameterException(spec.commandLine(), "--json and --csv exclude each other");
        }
        if (show && (json || csv)) {
            throw new ParameterException(spec.commandLine(), "--show draws text, so it does not go with --json and --csv");
        }
        if (csv && top > 1) {
            throw new ParameterException(spec.commandLine(), "--csv has a picture's most probable digit only, so it does not go with "
                    + "--top; --json has all");
        }
        if (top < 1) {
            throw new ParameterException(spec.commandLine(), "--top is " + top + "; it must be at least 1");
        }
        Threads.check(threads, spec);
        if (saveTo != null) {
            try {
                Files.createDirectories(saveTo);
            } catch (IOException e) {
                throw NnException.of(Kind.ENVIRONMENT, saveTo, "cannot be made (" + e.getMessage() + ")",
                        "name a directory that can be written");
            }
        }
    }

    private void receive(Answer answer) {
        if (answer.error().isPresent()) {
            failures++;
        }
        if (show) {
            answer.prepared().ifPresent(p ->
                    terminal.out().print(DigitDrawing.of(p.pixels(), p.rows(), p.columns(), terminal.unicode())));
        }
        save(answer);
        if (json) {
            collected.add(answer);
            return;
        }
        List<String> classNames = Background.result(classifier).classNames();
        if (csv) {
            terminal.out().print((headed ? "" : PredictionText.csvHeader()) + PredictionText.csvLine(answer, classNames));
            headed = true;
        } else {
            answer.prediction().ifPresent(p ->
                    terminal.out().print(PredictionText.line(answer.file(), p, classNames, top)));
        }
        terminal.out().flush();
        answer.error().ifPresent(terminal::say);
        if (!common.quiet()) {
            answer.warnings().forEach(warning -> terminal.say("warning: " + answer.file() + ": " + warning));
        }
    }

    private void save(Answer answer) {
        if (saveTo == null || answer.prepared().isEmpty()) {
            return;
        }
        saved++;
        Path name = Path.of(answer.file()).getFileName();
        String stem = name == null || answer.file().equals(PictureReader.STDIN) ? "stdin"
                : name.toString().replaceAll("\\.[^.]*$", "");
        Path file = saveTo.resolve("%04d-%s.png".formatted(saved, stem));
        byte[] png = GrayPng.encode(answer.prepared().get().pixels(), answer.prepared().get().rows(),
                answer.prepared().get().columns());
        AtomicFile.write(file, out -> out.write(png));
    }
}
