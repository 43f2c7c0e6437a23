package nn.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.model.NativeBlas;
import nn.model.Storage;

/** Classifies a few images at a time, in memory that is allocated once. Not thread-safe. */
public final class Predictor {

    private final Classifier classifier;
    private final int capacity;
    private final Network network;
    private final Optional<Network> detector;

    /** A classifier's part with its memory. */
    private record Network(Classifier classifier, Scorer.Worker worker, float[] outputs) {

        static Network of(Classifier classifier, int capacity) {
            return new Network(
                    classifier,
                    new Scorer.Worker(classifier, capacity),
                    new float[capacity * classifier.classNames().size()]);
        }

        void score(List<byte[]> images) {
            for (int i = 0; i < images.size(); i++) {
                worker.write(i, images.get(i));
            }
            worker.score(classifier.members(), images.size(), outputs, 0);
        }

        double[] outputs(int image) {
            double[] own = new double[classifier.classNames().size()];
            for (int k = 0; k < own.length; k++) {
                own[k] = outputs[image * own.length + k];
            }
            return own;
        }
    }

    /** @param capacity the most images at a time; several cost less each, because BLAS reads the weights once */
    public Predictor(Classifier classifier, int capacity) {
        if (classifier.storage() != Storage.HEAP_FLOAT) {
            NativeBlas.useCallingThreadOnly();
        }
        this.classifier = classifier;
        this.capacity = capacity;
        network = Network.of(classifier, capacity);
        detector = classifier.detector().map(present -> Network.of(present.network(), capacity));
    }

    /**
     * The answers for some images, in their order.
     *
     * @param images each {@code [rows * columns]}, 0 paper to 255 ink
     * @throws IllegalArgumentException if there are too many images, or an image has another size than the network reads
     */
    public List<Prediction> predict(List<byte[]> images) {
        if (images.size() > capacity) {
            throw new IllegalArgumentException("%d images for a predictor of %d".formatted(images.size(), capacity));
        }
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).length != classifier.rows() * classifier.columns()) {
                throw new IllegalArgumentException("%d pixels for a network that reads %d x %d"
                        .formatted(images.get(i).length, classifier.rows(), classifier.columns()));
            }
        }
        if (!images.isEmpty()) {
            network.score(images);
            detector.ifPresent(own -> own.score(images));
        }
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            predictions.add(prediction(i));
        }
        return predictions;
    }

    private Prediction prediction(int image) {
        double[] probabilities = network.outputs(image);
        classifier.probabilitiesInPlace(probabilities);
        return Prediction.of(probabilities, digitProbability(image));
    }

    private double digitProbability(int image) {
        return detector.isPresent()
                ? classifier
                        .detector()
                        .orElseThrow()
                        .probabilityInPlace(detector.get().outputs(image))
                : 1;
    }
}
