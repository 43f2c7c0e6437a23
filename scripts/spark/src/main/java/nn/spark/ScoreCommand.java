package nn.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.eval.Classifier;
import nn.image.prepare.DigitPreparation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code score}: says which digit is in each of many images. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Say which digit is in each image of a file or a directory, as nn predict and nn eval do.")
final class ScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model, a safetensors file.")
    private String model;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "PATH",
            description =
                    "IDX files, pictures, Parquet or CSV files of pixels; a file, or a directory with all below it.")
    private String input;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Where Parquet files are written: id, label, probability, probabilities, warnings, error.")
    private String output;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "idx, pictures, parquet or csv (default: what the first file is).")
    private InputFormat format;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Parts to split the input into; the answers do not depend on it (default: by size and cores).")
    private int partitions;

    @Override
    public Integer call() throws IOException {
        long begin = System.nanoTime();
        try (SparkSession session = Spark.session("nn score")) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            RemoteFiles files = new RemoteFiles(spark.hadoopConfiguration());
            files.requireNew(output);
            WorkerModel sent = WorkerModel.send(spark, files, model);
            List<FileStatus> all = files.list(input);
            InputFormat chosen = format == null ? InputFormat.of(files, all) : format;
            long start = System.nanoTime();
            JavaRDD<Row> answers = answered(session, spark, files, chosen, chosen.files(all, input), sent);
            session.createDataFrame(answers, AnswerRow.SCHEMA).write().parquet(output);
            double seconds = (System.nanoTime() - start) / 1e9;
            Dataset<Row> written = session.read().parquet(output);
            long count = written.count();
            long errors = written.filter("error is not null").count();
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d images, %,d of them with an error; %.1f s, %,.0f images/s, after %.1f s of Spark's start%n",
                            output,
                            count,
                            errors,
                            seconds,
                            count / seconds,
                            (start - begin) / 1e9);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private JavaRDD<Row> answered(
            SparkSession session,
            JavaSparkContext spark,
            RemoteFiles files,
            InputFormat chosen,
            List<FileStatus> inputs,
            WorkerModel sent)
            throws IOException {
        Classifier classifier = sent.classifier();
        int pixels = classifier.rows() * classifier.columns();
        return switch (chosen) {
            case IDX -> PixelImage.answered(IdxInput.read(spark, files, inputs, partitions, pixels), sent);
            case PARQUET -> PixelImage.answered(ParquetInput.read(session, input, inputs, partitions, pixels), sent);
            case CSV -> PixelImage.answered(CsvInput.read(spark, inputs, partitions, pixels), sent);
            case PICTURES -> {
                if (classifier.rows() != DigitPreparation.SIDE || classifier.columns() != DigitPreparation.SIDE) {
                    throw NnException.of(
                            Kind.BAD_CHECKPOINT,
                            Path.of(model),
                            "reads images of %d x %d pixels, and pictures become %d x %d"
                                    .formatted(
                                            classifier.rows(),
                                            classifier.columns(),
                                            DigitPreparation.SIDE,
                                            DigitPreparation.SIDE),
                            "use a model that was trained on such images");
                }
                yield PictureInput.answered(spark, files, inputs, partitions, sent);
            }
        };
    }
}
