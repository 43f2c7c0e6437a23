package nn.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A row of the output.
 *
 * @param label null with an error
 */
record Answers(String label, Double probability, List<Double> probabilities, List<String> warnings, String error) {

    /** The rows by their ids. A repeated id is refused. */
    static Map<String, Answers> read(Path output) throws IOException {
        Map<String, Answers> answers = new TreeMap<>();
        try (SparkSession session = SparkSession.builder().master("local[2]").getOrCreate()) {
            for (Row row : session.read().parquet(output.toString()).collectAsList()) {
                Answers answer = new Answers(
                        row.getAs("label"),
                        row.getAs("probability"),
                        row.isNullAt(row.fieldIndex("probabilities"))
                                ? null
                                : row.getList(row.fieldIndex("probabilities")),
                        row.getList(row.fieldIndex("warnings")),
                        row.getAs("error"));
                if (answers.put(row.getAs("id"), answer) != null) {
                    throw new AssertionError(row.<String>getAs("id") + " is answered twice");
                }
            }
        }
        return answers;
    }
}
