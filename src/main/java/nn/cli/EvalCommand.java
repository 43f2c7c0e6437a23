package nn.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.NnException.Kind;
import nn.Plural;
import nn.ShellWord;
import nn.checkpoint.Checkpoint;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Evaluator;
import nn.eval.ScoredData;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.pictures.Answer;
import nn.pictures.LabeledPictures;
import nn.pictures.PictureClassifier;
import nn.pictures.PictureFiles;
import nn.read.Networks;
import nn.read.PictureNumbers;
import nn.read.ReadOptions;
import nn.read.Reading;
import nn.read.ReadingReport;
import nn.report.EvaluationText;
import nn.report.MistakeSheet;
import nn.report.PictureReport;
import nn.report.PictureReportText;
import nn.report.ReadingReportText;
import nn.report.Report;
import nn.report.Terminal;
import nn.report.TrainingText;
import nn.report.page.EvaluationPage;

/** {@code nn eval}: measures a saved model on a labeled split. */
final class EvalCommand extends Command {

    static final String HEADER = "Measure a saved model.";

    /** A pair of IDX files. */
    enum Split {
        TEST,
        TRAIN
    }

    private static final List<String> IDX_FLAGS = List.of("--data", "--data-ink", "--transpose", "--split");

    private final Terminal terminal;
    private final ModelOption model = new ModelOption();
    private final DataOption data = new DataOption();
    private final ImageFormOptions imageForm = new ImageFormOptions();

    private final Flag<Path> images = Flag.of(
            Path.class,
            "--images",
            "DIR",
            "Measure on pictures instead: sub-directories 0 to 9, or labels.tsv with path, label, optional group.");

    private final PreparationOptions preparation = new PreparationOptions();

    private final Flag<Path> numbers = Flag.of(
            Path.class,
            "--numbers",
            "DIR",
            "Measure nn read instead: labels.tsv with path, numbers (| between lines), optional group.");

    private final ReadingOptions reading = new ReadingOptions();

    private final Flag<Split> split = Flag.of(Split.class, "--split", "NAME", "test (the default) or train.")
            .standard("test");

    private final ThreadsOption threads = new ThreadsOption("Workers, 1 to 256; the result does not depend on them.");

    private final Flag<Boolean> json = Flag.on("--json", "Print the report as JSON instead of text.");
    private final Flag<Path> report = Flag.of(Path.class, "--report", "FILE", "Also write the report as a web page.");
    private final Flag<Integer> mistakes =
            Flag.of(Integer.class, "--mistakes", "N", "Draw the N worst mistakes, the most confident first.");

    private final CommonOptions common = new CommonOptions();

    EvalCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples(
                "nn eval",
                "nn eval --model runs/latest/model.safetensors --mistakes 20",
                "nn eval --images pictures --report pictures.html",
                "nn eval --numbers pages");
        add(
                model,
                data,
                imageForm,
                images,
                preparation,
                numbers,
                reading,
                split,
                threads,
                json,
                report,
                mistakes,
                common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description("%nPrints the same report as the training, for a saved model and any IDX data.%n");
    }

    @Override
    public Integer call() {
        threads.check(this);
        checkSource();
        requireRange("--mistakes", mistakes.value(), 1, 10_000);
        if (mistakes.isGiven() && (json.isOn() || images.isGiven() || numbers.isGiven())) {
            throw usage("--mistakes draws images of IDX files as text, without --json, --images and --numbers");
        }
        if (report.isGiven()) {
            AtomicFile.requireWritable(report.value());
        }
        ReadOptions options = reading.options(preparation.invert(), this);
        Path file = model.file();
        model.announce(file, terminal, common.quiet());
        if (numbers.isGiven()) {
            return onNumbers(file, ModelOption.readForPictures(file), options);
        }
        if (!images.isGiven()) {
            onData(file, Checkpoint.read(file));
            return 0;
        }
        return onPictures(file, ModelOption.readForPictures(file));
    }

    /** Refuses flags that the measured data has no use for. */
    private void checkSource() {
        if (images.isGiven() && numbers.isGiven()) {
            throw usage("--images and --numbers exclude each other");
        }
        if (images.isGiven() || numbers.isGiven()) {
            String source = images.isGiven() ? "--images" : "--numbers";
            refuse(
                    images.isGiven()
                            ? IDX_FLAGS
                            : Stream.concat(IDX_FLAGS.stream(), Stream.of("--raw", "--report"))
                                    .toList(),
                    flag -> source + " and " + flag + " exclude each other");
        } else {
            refuse(List.of("--invert", "--raw"), flag -> flag + " is for pictures, so it goes with --images");
        }
        if (!numbers.isGiven()) {
            refuse(ReadingOptions.NAMES, flag -> flag + " is for reading numbers, so it goes with --numbers");
        }
    }

    private void refuse(List<String> flags, UnaryOperator<String> problem) {
        for (String flag : flags) {
            if (spec().commandLine().getParseResult().hasMatchedOption(flag)) {
                throw usage(problem.apply(flag));
            }
        }
    }

    /** Returns the exit code, which is not 0 if a picture could not be read. Such pictures count as errors. */
    private int onNumbers(Path file, Classifier classifier, ReadOptions options) {
        List<LabeledPictures.Item> items = LabeledPictures.withNumbers(numbers.value());
        List<Reading> readings = new ArrayList<>();
        Classifier segments = Installation.segments();
        new PictureNumbers(new Networks(() -> classifier, () -> segments), options, InputStream.nullInputStream())
                .read(pictures(items), threads.count(), each -> readings.add(each.withoutPicture()));
        ReadingReport measured = ReadingReport.of(file.toString(), items, readings);
        terminal.out().print(json.isOn() ? Json.pretty(measured) : ReadingReportText.of(measured));
        terminal.out().flush();
        List<String> problems = readings.stream()
                .filter(each -> each.page().isEmpty())
                .flatMap(each -> each.error().stream())
                .toList();
        problems.forEach(terminal::say);
        return problems.isEmpty() ? 0 : Kind.BAD_INPUT.exitCode();
    }

    private static List<PictureFiles.Item> pictures(List<LabeledPictures.Item> items) {
        return items.stream()
                .map(item -> PictureFiles.Item.of(item.file().toString()))
                .toList();
    }

    /** Returns the exit code, which is not 0 if a picture could not be answered. Such pictures count as errors. */
    private int onPictures(Path file, Classifier classifier) {
        List<LabeledPictures.Item> items =
                LabeledPictures.in(images.value(), classifier.classNames(), warning -> common.warn(terminal, warning));
        List<Answer> answers = new ArrayList<>();
        new PictureClassifier(() -> classifier, preparation.preparation(), InputStream.nullInputStream())
                .answer(pictures(items), threads.count(), answers::add);
        PictureReport measured = PictureReport.of(
                file.toString(),
                answers,
                items.stream().map(LabeledPictures.Item::label).toList(),
                items.stream().map(LabeledPictures.Item::group).toList(),
                classifier.classNames());
        terminal.out()
                .print(
                        json.isOn()
                                ? Json.pretty(measured)
                                : PictureReportText.of(measured, classifier.classNames(), terminal));
        terminal.out().flush();
        if (report.isGiven()) {
            page(file, Checkpoint.read(file), images.value(), "--images")
                    .write(
                            report.value(),
                            measured,
                            answers,
                            items.stream().map(LabeledPictures.Item::label).toList(),
                            warning -> common.warn(terminal, warning));
        }
        List<String> problems = IntStream.range(0, answers.size())
                .filter(i -> !items.get(i).isAnsweredBy(answers.get(i)))
                .mapToObj(answers::get)
                .flatMap(answer -> answer.error().stream())
                .toList();
        problems.forEach(terminal::say);
        return problems.isEmpty() ? 0 : Kind.BAD_INPUT.exitCode();
    }

    private void onData(Path file, Checkpoint checkpoint) {
        DataDirectory files = data.open(common, terminal);
        DataSet raw = split.value() == Split.TEST ? files.readTest() : files.readTrain();
        DataSet examples =
                raw.converted(imageForm.over(data.form(checkpoint), raw, data.path(), common.messages(terminal)));
        common.note(terminal, () -> "%s: %s".formatted(data.path(), Plural.of(examples.size(), "example")));
        ScoredData scored = score(checkpoint.classifier(), examples);
        Evaluation evaluation = scored.evaluation();
        Optional<Evaluation> measured = Optional.of(evaluation);
        Report results = Report.of(
                checkpoint,
                Optional.empty(),
                measured.filter(e -> split.value() == Split.TEST),
                measured.filter(e -> split.value() == Split.TRAIN));
        if (json.isOn()) {
            terminal.out().print(Json.pretty(results));
        } else {
            terminal.out()
                    .print(EvaluationText.of(split.value() == Split.TEST ? "Test" : "Train", evaluation, terminal));
            if (mistakes.isGiven() && evaluation.errors() > 0) {
                terminal.out()
                        .print("\n"
                                + MistakeSheet.of(scored, mistakes.value())
                                        .text(terminal.unicode(), terminal.columns()));
            }
            terminal.out().print("\n" + TrainingText.summary(results));
            terminal.out().flush();
            if (split.value() == Split.TRAIN && !common.quiet()) {
                terminal.say("the model may have been trained on these images, so this tells little about others");
            }
        }
        if (report.isGiven()) {
            String flags = (split.value() == Split.TRAIN ? "--split train " : "") + "--data";
            page(file, checkpoint, data.path(), flags)
                    .write(report.value(), split.value().name(), scored, warning -> common.warn(terminal, warning));
        }
    }

    private static EvaluationPage page(Path file, Checkpoint checkpoint, Path data, String flags) {
        return new EvaluationPage(
                checkpoint, data, "nn eval --model " + ShellWord.of(file) + " " + flags + " " + ShellWord.of(data));
    }

    private ScoredData score(Classifier classifier, DataSet examples) {
        try (Evaluator evaluator = new Evaluator(threads.count())) {
            return evaluator.scored(classifier, data.forModel(examples, classifier));
        }
    }
}
