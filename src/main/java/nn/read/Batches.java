package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.model.WorkerTeam;

/** Asks a network about many images at once, on several threads. */
final class Batches {

    private static final int SIZE = 32;

    private final Supplier<Classifier> classifier;
    private final WorkerTeam team;
    private final Queue<Predictor> free = new ConcurrentLinkedQueue<>();

    /** @param classifier may still be loading */
    Batches(Supplier<Classifier> classifier, WorkerTeam team) {
        this.classifier = classifier;
        this.team = team;
    }

    /**
     * The network's answers, in order.
     *
     * @param image makes an image on one of the threads
     */
    List<Prediction> predictions(int count, IntFunction<byte[]> image) {
        Prediction[] predictions = new Prediction[count];
        team.run((count + SIZE - 1) / SIZE, batch -> {
            int from = batch * SIZE;
            List<byte[]> images = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + SIZE); i++) {
                images.add(image.apply(i));
            }
            Predictor polled = free.poll();
            Predictor predictor = polled == null ? new Predictor(classifier.get(), SIZE) : polled;
            List<Prediction> answers = predictor.predict(images);
            free.add(predictor);
            IntStream.range(0, answers.size()).forEach(i -> predictions[from + i] = answers.get(i));
        });
        return Arrays.asList(predictions);
    }
}
