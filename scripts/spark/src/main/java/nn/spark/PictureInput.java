package nn.spark;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nn.eval.Classifier;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import nn.pictures.Answer;
import nn.pictures.PictureClassifier;
import nn.pictures.PictureFiles;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;

/**
 * Pictures, each a file. They are read and prepared as {@code nn predict} does. Spark's own source of binary files would end the whole job
 * at a file that may not be read or is too large, and leave out names that begin with _.
 */
final class PictureInput {

    /** What {@link PictureClassifier} answers together. */
    private static final int BATCH = 128;

    private static final int TASKS_PER_CORE = 4;

    private PictureInput() {}

    /** @param partitions 0 to choose */
    static JavaRDD<Row> answered(
            JavaSparkContext spark, RemoteFiles files, List<FileStatus> inputs, int partitions, WorkerModel model) {
        List<String> names =
                inputs.stream().map(file -> file.getPath().toString()).toList();
        int parts = partitions > 0 ? partitions : Math.max(1, spark.defaultParallelism() * TASKS_PER_CORE);
        return spark.parallelize(new ArrayList<>(names), Math.min(parts, names.size()))
                .mapPartitions(own -> {
                    Classifier classifier = model.classifier();
                    return new Batched<>(own, BATCH, batch -> rows(batch, classifier, files));
                });
    }

    private static List<Row> rows(List<String> batch, Classifier classifier, RemoteFiles files) {
        List<PictureFiles.Item> items = batch.stream()
                .map(file -> PictureFiles.Item.of(RemoteFiles.shown(file), () -> files.open(file)))
                .toList();
        List<Row> rows = new ArrayList<>(batch.size());
        new PictureClassifier(
                        () -> classifier, new DigitPreparation(Polarity.AUTO, false), InputStream.nullInputStream())
                .answer(items, 1, answer -> rows.add(row(answer, classifier.classNames())));
        return rows;
    }

    private static Row row(Answer answer, List<String> classNames) {
        return answer.prediction()
                .map(prediction -> AnswerRow.of(answer.file(), prediction, classNames, answer.warnings()))
                .orElseGet(() -> AnswerRow.error(answer.file(), answer.error().orElse(""), answer.warnings()));
    }
}
