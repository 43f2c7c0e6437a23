package nn.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nn.NnException;
import nn.NnException.Kind;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.image.Picture;
import nn.image.decode.ImageFile;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.PreparedDigit;
import nn.model.WorkerTeam;

/** Reads, prepares and classifies pictures on several threads, and passes on the answers in the order of the files. */
public final class PictureClassifier {

    /** Stands for the standard input. */
    public static final String STDIN = "-";

    private static final int CHUNK = 128;
    private static final double LOW_CONFIDENCE = 0.7;

    private final Supplier<Classifier> classifier;
    private final DigitPreparation preparation;
    private final InputStream stdin;

    /** @param classifier may still be loading; it is needed only after the first pictures are prepared */
    public PictureClassifier(Supplier<Classifier> classifier, DigitPreparation preparation, InputStream stdin) {
        this.classifier = classifier;
        this.preparation = preparation;
        this.stdin = stdin;
    }

    /**
     * Answers every file. A file that cannot be read gets an answer with an error.
     *
     * @throws NnException BAD_CHECKPOINT if the model could not be loaded
     */
    public void answer(List<PictureFiles.Item> files, int threads, Consumer<Answer> receiver) {
        int workers = Math.max(1, Math.min(threads, files.size()));
        int share = (Math.min(CHUNK, files.size()) + workers - 1) / workers;
        List<Predictor> predictors = new ArrayList<>();
        try (WorkerTeam team = new WorkerTeam(workers)) {
            for (int start = 0; start < files.size(); start += CHUNK) {
                List<PictureFiles.Item> chunk = files.subList(start, Math.min(files.size(), start + CHUNK));
                Answer[] answers = new Answer[chunk.size()];
                team.run(answers.length, i -> answers[i] = prepare(chunk.get(i)));
                while (predictors.size() < workers) {
                    predictors.add(new Predictor(classifier.get(), share));
                }
                team.run(
                        workers,
                        worker -> predict(
                                Arrays.asList(answers)
                                        .subList(
                                                Math.min(answers.length, worker * share),
                                                Math.min(answers.length, (worker + 1) * share)),
                                predictors.get(worker)));
                for (Answer answer : answers) {
                    receiver.accept(answer);
                }
            }
        }
    }

    /** An answer that still lacks its prediction. */
    private Answer prepare(PictureFiles.Item item) {
        String file = item.name();
        PreparedDigit prepared;
        try {
            prepared = preparation.prepare(read(item));
        } catch (NnException e) {
            return new Answer(
                    file, Optional.empty(), Optional.empty(), Optional.of(e.getMessage()), List.of(), Optional.empty());
        }
        Optional<String> error = prepared.hasInk()
                ? Optional.empty()
                : Optional.of(file + ": no ink found; show one digit, darker or lighter than its paper");
        return new Answer(file, Optional.empty(), Optional.empty(), error, prepared.warnings(), Optional.of(prepared));
    }

    /** Predicts for all answers without an error. */
    private void predict(List<Answer> answers, Predictor predictor) {
        List<Answer> open =
                answers.stream().filter(answer -> answer.error().isEmpty()).toList();
        Iterator<Prediction> predictions = predictor
                .predict(open.stream()
                        .map(answer -> answer.prepared().orElseThrow().pixels())
                        .toList())
                .iterator();
        answers.replaceAll(answer -> answer.error().isPresent() ? answer : answered(answer, predictions.next()));
    }

    private Answer answered(Answer answer, Prediction prediction) {
        if (classifier.get().refuses(prediction)) {
            return new Answer(
                    answer.file(),
                    Optional.empty(),
                    Optional.of(prediction),
                    Optional.of("%s: no digit found (looks most like %s); show one digit, large and alone"
                            .formatted(
                                    answer.file(), classifier.get().classNames().get(prediction.digit()))),
                    answer.warnings(),
                    answer.prepared());
        }
        List<String> warnings = new ArrayList<>(answer.warnings());
        if (prediction.probability() < LOW_CONFIDENCE) {
            warnings.add("low confidence");
        }
        return new Answer(
                answer.file(),
                Optional.of(prediction),
                Optional.empty(),
                Optional.empty(),
                warnings,
                answer.prepared());
    }

    private Picture read(PictureFiles.Item item) {
        if (item.refusal().isPresent()) {
            throw item.refusal().get();
        }
        String file = item.name();
        try {
            return file.equals(STDIN) ? ImageFile.read(stdin, "standard input") : ImageFile.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw new NnException(
                    Kind.BAD_INPUT,
                    file + ": is not a file name in this locale; set LC_ALL=C.UTF-8, or check the name",
                    e);
        } catch (IOException e) {
            throw new NnException(
                    Kind.BAD_INPUT, "standard input: cannot be read (" + e.getMessage() + "); give a file instead", e);
        }
    }
}
