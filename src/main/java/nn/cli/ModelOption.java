package nn.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.ShellWord;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.LatestRun;
import nn.checkpoint.RecordedTraining;
import nn.eval.Classifier;
import nn.image.prepare.DigitPreparation;
import nn.model.Storage;
import nn.report.Terminal;
import nn.run.TrainingRun;
import nn.safetensors.SafeTensors;

/** The option for the model that a command uses. */
final class ModelOption implements Flags {

    static final String NAME = "--model";
    static final String VARIABLE = "NN_MODEL";

    private final Flag<Path> model = Flag.of(
            Path.class,
            NAME,
            "FILE",
            "The model (default: $NN_MODEL, then "
                    + "runs/latest/model.safetensors, then the one that ships with nn).");

    @Override
    public void addTo(Command command) {
        command.add(model);
    }

    /**
     * The model's file: the named one, or else the default.
     *
     * @throws NnException BAD_CHECKPOINT if there is no default
     */
    Path file() {
        return model.isGiven() ? model.value() : find();
    }

    /** Names the default model on the error stream, and says if the shipped model is the better choice. */
    void announce(Path file, Terminal terminal, boolean quiet) {
        if (!model.isGiven() && !quiet) {
            terminal.say("model " + file);
            advice(file, Installation.model()).ifPresent(terminal::say);
        }
    }

    /** The advice to use the shipped model, if it has the same classes and is more accurate, or if the used one is a trial. */
    static Optional<String> advice(Path used, Path shipped) {
        if (used.equals(shipped)) {
            return Optional.empty();
        }
        RecordedTraining ofUsed = RecordedTraining.of(used);
        RecordedTraining ofShipped = RecordedTraining.of(shipped);
        if (!ofUsed.hasSameClasses(ofShipped)) {
            return Optional.empty();
        }
        return comparison(ofUsed, ofShipped).map(text -> text + "; to use that: --model " + ShellWord.of(shipped));
    }

    private static Optional<String> comparison(RecordedTraining used, RecordedTraining shipped) {
        String trial = used.limit() > 0 ? "this model is a trial with --limit " + used.limit() : "";
        if (used.test().measured() && shipped.test().accuracy() > used.test().accuracy()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%sthe model that ships with nn was right on %.2f %% of its test images, this one on %.2f %%",
                    trial.isEmpty() ? "" : trial + ": ",
                    100 * shipped.test().accuracy(),
                    100 * used.test().accuracy()));
        }
        return Optional.of(trial)
                .filter(text -> !text.isEmpty())
                .map(text -> text + ", the one that ships with nn is not");
    }

    /**
     * The model in a file's content, stored in single precision. It must read prepared pictures.
     *
     * @throws NnException BAD_CHECKPOINT if the content is no model, or the model reads images of another size
     */
    static Classifier forPictures(SafeTensors content, Path file, Storage storage) {
        Classifier classifier = Checkpoint.classifier(content, file, storage);
        if (classifier.rows() != DigitPreparation.SIDE || classifier.columns() != DigitPreparation.SIDE) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    file,
                    "reads images of %s x %s pixels, and pictures become %s x %s"
                            .formatted(
                                    classifier.rows(),
                                    classifier.columns(),
                                    DigitPreparation.SIDE,
                                    DigitPreparation.SIDE),
                    "use a model that was trained on such images");
        }
        return classifier;
    }

    /** The same from a file, with ND4J. */
    static Classifier readForPictures(Path file) {
        return forPictures(SafeTensors.read(file), file, Storage.NATIVE_FLOAT);
    }

    /** The default model. */
    static Path find() {
        String told = System.getenv(VARIABLE);
        if (told != null && !told.isBlank()) {
            try {
                return Path.of(told);
            } catch (InvalidPathException e) {
                throw new NnException(
                        Kind.BAD_CHECKPOINT,
                        "$NN_MODEL: is not a file name in this locale; set LC_ALL=C.UTF-8, or check the name",
                        e);
            }
        }
        Path latest =
                LatestRun.model(Path.of("runs"), TrainingRun::learnedSomething).orElse(Installation.model());
        if (!Files.exists(latest)) {
            throw new NnException(
                    Kind.BAD_CHECKPOINT,
                    "no model: there is none in runs/latest; train one with 'nn train', or name one with --model");
        }
        return latest;
    }
}
