package nn.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/**
 * An image that is made of pixels as MNIST has them, or the reason why there is none.
 *
 * @param pixels {@code [rows * columns]}, 0 paper to 255 ink; null with an error
 * @param error null without one
 */
record PixelImage(String id, byte[] pixels, String error) implements Serializable {

    private static final int BATCH = 512;

    /** The answers for all images, which are those of {@code nn eval}: no detector refuses an image. */
    static JavaRDD<Row> answered(JavaRDD<PixelImage> images, WorkerModel model) {
        return images.mapPartitions(all -> {
            Classifier classifier = withoutDetector(model.classifier());
            Predictor predictor = new Predictor(classifier, BATCH);
            return new Batched<>(all, BATCH, batch -> rows(batch, classifier, predictor));
        });
    }

    private static Classifier withoutDetector(Classifier all) {
        return new Classifier(
                all.members(),
                all.inputs(),
                all.rows(),
                all.columns(),
                all.classNames(),
                all.loss(),
                all.temperature());
    }

    private static List<Row> rows(List<PixelImage> batch, Classifier classifier, Predictor predictor) {
        Iterator<Prediction> predictions = predictor
                .predict(batch.stream()
                        .filter(image -> image.error == null)
                        .map(PixelImage::pixels)
                        .toList())
                .iterator();
        List<Row> rows = new ArrayList<>(batch.size());
        for (PixelImage image : batch) {
            rows.add(
                    image.error == null
                            ? AnswerRow.of(image.id, predictions.next(), classifier.classNames(), List.of())
                            : AnswerRow.error(image.id, image.error, List.of()));
        }
        return rows;
    }
}
