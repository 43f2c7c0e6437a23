package nn.eval;

import nn.model.NativeBlas;

/** Answers for single images, one thread at a time, in memory that is allocated once. */
public final class Predictor {

    private final Classifier classifier;
    private final Scorer.Worker worker;
    private final float[] outputs;

    public Predictor(Classifier classifier) {
        NativeBlas.useCallingThreadOnly();
        this.classifier = classifier;
        worker = new Scorer.Worker(classifier.members(), 1);
        outputs = new float[classifier.classNames().size()];
    }

    /**
     * The answer for one image.
     *
     * @param pixels {@code [rows * columns]}, 0 paper to 255 ink
     */
    public Prediction predict(byte[] pixels) {
        if (pixels.length != classifier.rows() * classifier.columns()) {
            throw new IllegalArgumentException("%d pixels for a network that reads %d x %d"
                    .formatted(pixels.length, classifier.rows(), classifier.columns()));
        }
        worker.write(0, pixels);
        worker.score(classifier.members(), 1, outputs, 0);
        double[] probabilities = new double[outputs.length];
        for (int k = 0; k < outputs.length; k++) {
            probabilities[k] = outputs[k];
        }
        classifier.probabilitiesInPlace(probabilities);
        return Prediction.of(probabilities);
    }
}
