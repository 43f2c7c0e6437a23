package nn.pictures;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nn.NnException;
import nn.eval.Classifier;
import nn.eval.Predictor;
import nn.image.Picture;
import nn.image.decode.ImageFile;
import nn.image.prepare.Candidate;
import nn.image.prepare.DigitPreparation;
import nn.model.WorkerTeam;

/** Reads, prepares and classifies pictures on several threads, and passes on the answers in the order of the files. */
public final class PictureClassifier {

    private static final int CHUNK = 128;

    private final Supplier<Classifier> classifier;
    private final DigitPreparation preparation;
    private final PictureReader reader;

    /** @param classifier may still be loading; it is needed only after the first pictures are prepared */
    public PictureClassifier(Supplier<Classifier> classifier, DigitPreparation preparation, InputStream stdin) {
        this.classifier = classifier;
        this.preparation = preparation;
        reader = new PictureReader(stdin, ImageFile.DIGIT_SIDE);
    }

    /**
     * Answers every file. A file that cannot be read gets an answer with an error.
     *
     * @param receiver gets each answer, and returns whether it wants more
     * @throws NnException BAD_CHECKPOINT if the model could not be loaded
     */
    public void answer(List<PictureFiles.Item> files, int threads, Predicate<Answer> receiver) {
        int workers = Math.max(1, Math.min(threads, files.size()));
        int share = Math.max(DigitSearch.BATCH, (Math.min(CHUNK, files.size()) + workers - 1) / workers);
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
                        i -> with(predictors, predictor -> answers[i] = answer(readings[i], predictor)));
                for (Answer answer : answers) {
                    if (!receiver.test(answer)) {
                        return;
                    }
                }
            }
        }
    }

    private static void with(Queue<Predictor> predictors, Consumer<Predictor> work) {
        Predictor predictor = predictors.remove();
        try {
            work.accept(predictor);
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
    private record PlainReading(
            PictureFiles.Item item,
            Optional<Picture> kept,
            Optional<Candidate> candidate,
            Optional<Judgment> judgment,
            Optional<NnException> failure) {

        PlainReading judged(Judgment newJudgment) {
            return new PlainReading(item, kept, candidate, Optional.of(newJudgment), failure);
        }
    }

    private PlainReading plain(PictureFiles.Item item) {
        try {
            Picture picture = reader.read(item);
            Optional<Picture> kept = item.isStdin() ? Optional.of(picture) : Optional.empty();
            return new PlainReading(
                    item, kept, preparation.candidates(picture).plain(), Optional.empty(), Optional.empty());
        } catch (NnException e) {
            return new PlainReading(item, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(e));
        }
    }

    /** Judges the plain readings together, as the network answers many at once more quickly. */
    private static void judge(List<PlainReading> readings, Predictor predictor) {
        List<Candidate> candidates =
                readings.stream().flatMap(reading -> reading.candidate.stream()).toList();
        Iterator<Judgment> judgments = DigitSearch.judged(candidates, predictor).iterator();
        readings.replaceAll(reading -> reading.candidate.isPresent() ? reading.judged(judgments.next()) : reading);
    }

    private Answer answer(PlainReading reading, Predictor predictor) {
        String file = reading.item.name();
        if (reading.failure.isPresent()) {
            return Answer.unread(file, reading.failure.get().getMessage());
        }
        try {
            return new PictureJudge(classifier.get(), preparation)
                    .answer(
                            file,
                            reading.judgment,
                            () -> reading.kept.isPresent() ? reading.kept.get() : reader.read(reading.item),
                            predictor);
        } catch (NnException e) {
            return Answer.unread(file, e.getMessage());
        }
    }
}
