package nn.eval;

import java.util.ArrayList;
import java.util.List;
import nn.model.NativeBlas;
import nn.model.Storage;

/** Classifies a few images at a time, in memory that is allocated once. Not thread-safe. */
public final class Predictor {

    private final Classifier classifier;
    private final int capacity;
    private final Scorer.Worker worker;
    private final float[] outputs;

    /** @param capacity the most images at a time; several cost less each, because BLAS reads the weights once */
    public Predictor(Classifier classifier, int capacity) {
        if (classifier.storage() != Storage.HEAP_FLOAT) {
            NativeBlas.useCallingThreadOnly();
        }
        this.classifier = classifier;
        this.capacity = capacity;
        worker = new Scorer.Worker(classifier, capacity);
        outputs = new float[capacity * classifier.classNames().size()];
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
            worker.write(i, images.get(i));
        }
        if (!images.isEmpty()) {
            worker.score(classifier.members(), images.size(), outputs, 0);
        }
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            predictions.add(prediction(i));
        }
        return predictions;
    }

    private Prediction prediction(int image) {
        double[] probabilities = new double[classifier.classNames().size()];
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = outputs[image * probabilities.length + k];
        }
        classifier.probabilitiesInPlace(probabilities);
        return Prediction.of(probabilities);
    }
}
