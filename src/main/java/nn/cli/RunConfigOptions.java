package nn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import nn.NnException.Kind;
import nn.Version;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.data.ImageForm;
import nn.json.Json;
import nn.report.Terminal;
import nn.run.TrainingData;
import nn.train.Preset;
import nn.train.TrainingConfig;

/** The flags that make up a run's configuration: it starts from a preset or from a file, and flags override single values. */
final class RunConfigOptions implements Flags {

    private final Flag<Preset> preset = Flag.of(
            Preset.class, "--preset", "NAME", "fast, default, accurate, record or committee (default: default).");

    private final Flag<Path> configFile = Flag.of(
            Path.class,
            "--config",
            "FILE",
            "Start from the config.json of a run, which repeats it bit for bit, with its --data and --no-test.");

    private final DataOption data = new DataOption();
    private final ImageFormOptions imageForm = new ImageFormOptions();
    private final Flag<Boolean> noTest = Flag.on("--no-test", "Do not measure the test split.");
    private final DetectorOption detector = new DetectorOption();
    private final RunPlanOptions course = new RunPlanOptions();
    private final TrainingOptions options = new TrainingOptions();

    /**
     * A new run.
     *
     * @param base the configuration that the flags are put over
     * @param config the configuration of the run
     * @param examples the data, in MNIST's form
     * @param undeformed whether the preset's deformations are off, as the images are not known to be digits
     */
    record Planned(RunConfig base, RunConfig config, TrainingData examples, boolean undeformed) {}

    @Override
    public void addTo(Command command) {
        command.add(preset, configFile, data, imageForm, noTest, detector, course, options);
    }

    /** What values that no flag gives come from, such as {@code preset default}. */
    String baseName() {
        return configFile.isGiven()
                ? configFile.value().toString()
                : "preset " + preset.or(Preset.DEFAULT).label();
    }

    boolean startsFromFile() {
        return configFile.isGiven();
    }

    /** Refuses flags that exclude each other. A variable in the place of the preset gives way. */
    void check(Command command, Terminal terminal) {
        if (preset.isGiven() && configFile.isGiven()) {
            if (preset.isTyped()) {
                throw command.usage("--preset and --config exclude each other");
            }
            terminal.say("--config is given, so NN_PRESET is not used");
        }
        if (course.isOneMember() && !course.joined().isEmpty()) {
            throw command.usage("--member trains a network and --join has them all, so they exclude each other");
        }
    }

    /** Whether a committee's networks are trained in runs of their own. */
    boolean isParted() {
        return course.isOneMember() || !course.joined().isEmpty();
    }

    /** The runs that the committee is made of; none if it is trained. */
    List<RunDirectory> joined() {
        return course.joined();
    }

    /** Whether a flag is given that a resumed run cannot have. */
    boolean changesRun() {
        return preset.isGiven() || configFile.isGiven() || noTest.isOn() || imageForm.isGiven() || detector.isNone();
    }

    /**
     * The configuration of a new run, fitted to its data.
     *
     * @param reader reads the data of a directory
     * @param notes receives a line for each value that gives way
     */
    Planned planned(Command command, Reader reader, Terminal terminal, Consumer<String> notes) {
        boolean fromFile = configFile.isGiven();
        RunConfig base = fromFile
                ? Json.read(configFile.value(), RunConfig.class, Kind.BAD_INPUT)
                : new RunConfig(
                        Version.text(),
                        data.path().toString(),
                        true,
                        preset.or(Preset.DEFAULT).config(1, ThreadsOption.all()),
                        DetectorOption.of(preset.or(Preset.DEFAULT)));
        TrainingConfig given = over(fromFile ? base.training() : options.givingWay(base.training(), notes), command);
        TrainingData raw = reader.read(
                fromFile
                        ? dataOver(
                                base,
                                new RunDirectory(
                                        configFile.value().toAbsolutePath().getParent()),
                                terminal)
                        : base.data());
        TrainingConfig possible = fromFile ? given : command.legal(() -> options.givingWay(given, raw, notes));
        ImageForm form = fromFile && !data.isNamed() && !imageForm.isGiven()
                ? possible.data().form()
                : imageForm.over(possible.data().form(), raw.train(), raw.path(), terminal::say);
        TrainingConfig training = possible.withForm(form);
        TrainingData examples = raw.in(form);
        TrainingConfig fitted = fromFile ? training : options.fittedTo(examples, training);
        RunConfig config = new RunConfig(
                Version.text(),
                examples.path().toString(),
                base.test() && !noTest.isOn(),
                course.member(fitted),
                base.detector()
                        .filter(size -> !detector.isNone()
                                && !course.isOneMember()
                                && (fromFile || DetectorOption.fits(fitted, examples))));
        return new Planned(base, config, examples, !fitted.augmentation().equals(training.augmentation()));
    }

    /** Reads training data. */
    interface Reader {
        TrainingData read(String directory);
    }

    /** The base with the flags applied. */
    TrainingConfig over(TrainingConfig base, Command command) {
        return command.legal(() -> options.over(course.over(base)));
    }

    /** The data of a saved run, unless a flag names others. */
    String dataOver(RunConfig saved, RunDirectory run, Terminal terminal) {
        return data.isNamed() ? data.path().toString() : SavedData.directory(saved, run, terminal);
    }
}
