package nn.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nn.NnException;
import nn.NnException.Kind;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.image.Picture;
import nn.image.decode.ImageFile;
import nn.image.prepare.Candidate;
import nn.image.prepare.DigitPreparation;
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
        int share = Math.max(DigitSearch.WIDEST_STAGE, (Math.min(CHUNK, files.size()) + workers - 1) / workers);
        Queue<Predictor> predictors = new ConcurrentLinkedQueue<>();
        try (WorkerTeam team = new WorkerTeam(workers)) {
            for (int start = 0; start < files.size(); start += CHUNK) {
                List<PictureFiles.Item> chunk = files.subList(start, Math.min(files.size(), start + CHUNK));
                PlainReading[] readings = new PlainReading[chunk.size()];
                team.run(readings.length, i -> readings[i] = plain(chunk.get(i)));
                while (predictors.size() < workers) {
                    predictors.add(new Predictor(classifier.get(), share));
                }
                List<List<PlainReading>> shares = shares(Arrays.asList(readings), share);
                team.run(shares.size(), part -> with(predictors, predictor -> judge(shares.get(part), predictor)));
                Answer[] answers = new Answer[readings.length];
                team.run(
                        readings.length,
                        i -> answers[i] = with(predictors, predictor -> answer(readings[i], predictor)));
                for (Answer answer : answers) {
                    receiver.accept(answer);
                }
            }
        }
    }

    private static <T> T with(Queue<Predictor> predictors, Function<Predictor, T> work) {
        Predictor predictor = predictors.remove();
        try {
            return work.apply(predictor);
        } finally {
            predictors.add(predictor);
        }
    }

    private static <T> List<List<T>> shares(List<T> all, int size) {
        List<List<T>> shares = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            shares.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return shares;
    }

    /** The plain reading of one picture. Only the picture from the standard input is kept, which cannot be read again. */
    private static final class PlainReading {

        private final PictureFiles.Item item;
        private final Optional<Picture> kept;
        private final Optional<Candidate> candidate;
        private final Optional<NnException> failure;
        private Optional<Judgment> judgment = Optional.empty();

        PlainReading(
                PictureFiles.Item item,
                Optional<Picture> kept,
                Optional<Candidate> candidate,
                Optional<NnException> failure) {
            this.item = item;
            this.kept = kept;
            this.candidate = candidate;
            this.failure = failure;
        }
    }

    private PlainReading plain(PictureFiles.Item item) {
        try {
            Picture picture = read(item);
            Optional<Picture> kept = item.name().equals(STDIN) ? Optional.of(picture) : Optional.empty();
            return new PlainReading(item, kept, preparation.candidates(picture).plain(), Optional.empty());
        } catch (NnException e) {
            return new PlainReading(item, Optional.empty(), Optional.empty(), Optional.of(e));
        }
    }

    /** Judges the plain readings together, as the network answers many at once more quickly. */
    private static Void judge(List<PlainReading> readings, Predictor predictor) {
        List<PlainReading> open = readings.stream()
                .filter(reading -> reading.candidate.isPresent())
                .toList();
        List<Judgment> judgments = DigitSearch.judged(
                open.stream().map(reading -> reading.candidate.get()).toList(), predictor);
        for (int i = 0; i < open.size(); i++) {
            open.get(i).judgment = Optional.of(judgments.get(i));
        }
        return null;
    }

    private Answer answer(PlainReading reading, Predictor predictor) {
        String file = reading.item.name();
        if (reading.failure.isPresent()) {
            return Answer.unread(file, reading.failure.get().getMessage());
        }
        if (reading.judgment.isPresent()) {
            Judgment plain = reading.judgment.get();
            if (plain.candidate().kind() == Candidate.Kind.PREPARED) {
                return isNoDigit(plain.prediction())
                        ? refused(file, plain, plain.prediction(), List.of(plain))
                        : answered(file, plain, plain.prediction(), List.of(plain), List.of());
            }
            if (DigitSearch.isSure(plain)) {
                return answered(file, plain, plain.prediction(), List.of(plain), List.of());
            }
        }
        try {
            Picture picture = reading.kept.isPresent() ? reading.kept.get() : read(reading.item);
            return DigitSearch.find(reading.judgment, preparation.candidates(picture), predictor)
                    .map(verdict -> answered(file, verdict))
                    .orElseGet(() -> Answer.blank(file, picture.warnings()));
        } catch (NnException e) {
            return Answer.unread(file, e.getMessage());
        }
    }

    private Answer answered(String file, Verdict verdict) {
        Judgment best = verdict.best();
        Prediction prediction = best.prediction().withProbability(verdict.probability());
        if (classifier.get().detector().isPresent() && verdict.isNoDigit()) {
            return refused(file, best, prediction, verdict.judged());
        }
        List<String> doubts = new ArrayList<>();
        if (best.candidate().quarters() > 0) {
            doubts.add("lies on its side (or is several digits); read after a turn by "
                    + 90 * best.candidate().quarters() + " degrees");
        }
        if (verdict.probability() < LOW_CONFIDENCE && verdict.other().isPresent()) {
            doubts.add("could also be " + name(verdict.other().get()));
        }
        return answered(file, best, prediction, verdict.judged(), doubts);
    }

    /** A picture that is as MNIST's makers would have made it is rarely anything but a digit. */
    private boolean isNoDigit(Prediction prepared) {
        return classifier
                .get()
                .detector()
                .filter(detector -> prepared.digitProbability() < detector.threshold() / 2)
                .isPresent();
    }

    private Answer refused(String file, Judgment best, Prediction prediction, List<Judgment> judged) {
        return new Answer(
                file,
                Optional.empty(),
                Optional.of(prediction),
                Optional.of("%s: no digit found (looks most like %s); show one digit, large and alone"
                        .formatted(file, name(best))),
                best.candidate().digit().warnings(),
                Optional.of(best.candidate().digit()),
                judged);
    }

    private String name(Judgment judgment) {
        return classifier.get().classNames().get(judgment.prediction().digit());
    }

    private static Answer answered(
            String file, Judgment best, Prediction prediction, List<Judgment> judged, List<String> doubts) {
        List<String> warnings = new ArrayList<>(best.candidate().digit().warnings());
        warnings.addAll(doubts);
        if (prediction.probability() < LOW_CONFIDENCE) {
            warnings.add("low confidence");
        }
        return new Answer(
                file,
                Optional.of(prediction),
                Optional.empty(),
                Optional.empty(),
                warnings,
                Optional.of(best.candidate().digit()),
                judged);
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
