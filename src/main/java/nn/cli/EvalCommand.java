package nn.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import nn.report.EvaluationText;
import nn.report.MistakeSheet;
import nn.report.PictureReport;
import nn.report.PictureReportText;
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
                "nn eval --images pictures --report pictures.html");
        add(model, data, imageForm, images, preparation, split, threads, json, report, mistakes, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description("%nPrints the same report as the training, for a saved model and any IDX data.%n");
    }

    @Override
    public Integer call() {
        threads.check(this);
        for (String flag : images.isGiven()
                ? List.of("--data", "--data-ink", "--transpose", "--split")
                : List.of("--invert", "--raw")) {
            if (spec().commandLine().getParseResult().hasMatchedOption(flag)) {
                throw usage(
                        images.isGiven()
                                ? "--images and " + flag + " exclude each other"
                                : flag + " is for pictures, so it goes with --images");
            }
        }
        requireRange("--mistakes", mistakes.value(), 1, 10_000);
        if (mistakes.isGiven() && (json.isOn() || images.isGiven())) {
            throw usage("--mistakes draws images of IDX files as text, without --json and --images");
        }
        if (report.isGiven()) {
            AtomicFile.requireWritable(report.value());
        }
        Path file = model.file();
        model.announce(file, terminal, common.quiet());
        if (!images.isGiven()) {
            onData(file, Checkpoint.read(file));
            return 0;
        }
        return onPictures(file, ModelOption.readForPictures(file));
    }

    /** Returns the exit code, which is not 0 if a picture could not be answered. Such pictures count as errors. */
    private int onPictures(Path file, Classifier classifier) {
        List<LabeledPictures.Item> items =
                LabeledPictures.in(images.value(), classifier.classNames(), warning -> common.warn(terminal, warning));
        List<Answer> answers = new ArrayList<>();
        new PictureClassifier(() -> classifier, preparation.preparation(), InputStream.nullInputStream())
                .answer(
                        items.stream()
                                .map(item -> PictureFiles.Item.of(item.file().toString()))
                                .toList(),
                        threads.count(),
                        answers::add);
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
