package nn.spark;

import java.util.List;
import nn.eval.Prediction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A row of the output. */
final class AnswerRow {

    /** Either an answer or an error is there; the other columns are null then. */
    static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.StringType, false)
            .add("label", DataTypes.StringType)
            .add("probability", DataTypes.DoubleType)
            .add("probabilities", DataTypes.createArrayType(DataTypes.DoubleType, false))
            .add("warnings", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("error", DataTypes.StringType);

    private AnswerRow() {}

    static Row of(String id, Prediction prediction, List<String> classNames, List<String> warnings) {
        return RowFactory.create(
                id,
                classNames.get(prediction.digit()),
                prediction.probability(),
                prediction.probabilities().toArray(),
                warnings.toArray(),
                null);
    }

    static Row error(String id, String error, List<String> warnings) {
        return RowFactory.create(id, null, null, null, warnings.toArray(), error);
    }
}
