package nn.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nn.NnException;
import nn.NnException.Kind;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.BinaryType;

/**
 * Rows of pixels in Parquet files: a column {@code pixels} of bytes or of an array of numbers, or the columns {@code pixel0},
 * {@code pixel1} and so on.
 */
final class ParquetInput {

    private static final String PIXELS = "pixels";

    private ParquetInput() {}

    /**
     * All images. Their names are the column {@code id}, or else {@code FILE:ROW}, from 0.
     *
     * @param partitions 0 to leave it to Spark
     * @throws NnException BAD_INPUT if the columns are not there
     */
    static JavaRDD<PixelImage> read(
            SparkSession session, String input, List<FileStatus> inputs, int partitions, int pixels) {
        Dataset<Row> table = session.read()
                .parquet(inputs.stream().map(file -> file.getPath().toString()).toArray(String[]::new));
        List<String> columns = Arrays.asList(table.columns());
        Column id = columns.contains("id")
                ? col("id").cast("string")
                : concat(col("_metadata.file_name"), lit(":"), col("_metadata.row_index"));
        Dataset<Row> chosen =
                table.select(id.as("id"), pixels(input, columns, pixels).as(PIXELS));
        boolean bytes = chosen.schema().apply(PIXELS).dataType() instanceof BinaryType;
        Dataset<Row> all = bytes
                ? chosen
                : chosen.select(col("id"), col(PIXELS).cast("array<double>").as(PIXELS));
        JavaRDD<PixelImage> images = all.toJavaRDD().map(row -> image(row, bytes, pixels));
        return partitions > 0 ? images.repartition(partitions) : images;
    }

    private static Column pixels(String input, List<String> columns, int pixels) {
        if (columns.contains(PIXELS)) {
            return col(PIXELS);
        }
        if (!columns.contains("pixel" + (pixels - 1))) {
            throw new NnException(
                    Kind.BAD_INPUT,
                    input + ": has no column pixels, nor pixel0 to pixel" + (pixels - 1) + "; give one of these");
        }
        return array(IntStream.range(0, pixels).mapToObj(i -> col("pixel" + i)).toArray(Column[]::new));
    }

    private static PixelImage image(Row row, boolean bytes, int pixels) {
        String id = String.valueOf(row.get(0));
        if (row.isNullAt(1)) {
            return new PixelImage(id, null, id + ": has no pixels");
        }
        List<Double> numbers = bytes ? List.of() : row.getList(1);
        byte[] image = bytes ? row.getAs(1) : new byte[numbers.size()];
        if (image.length != pixels) {
            return new PixelImage(
                    id, null, "%s: has %d pixels; the model reads %d".formatted(id, image.length, pixels));
        }
        for (int i = 0; i < numbers.size(); i++) {
            Double number = numbers.get(i);
            if (number == null || number != number.intValue() || number < 0 || number > 255) {
                return PixelValues.wrong(id, i, String.valueOf(number));
            }
            image[i] = number.byteValue();
        }
        return new PixelImage(id, image, null);
    }
}
