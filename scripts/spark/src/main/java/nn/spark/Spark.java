package nn.spark;

import org.apache.spark.sql.SparkSession;

/** The session of a command. */
final class Spark {

    private Spark() {}

    /** The session that {@code spark-submit} configured. Its log tells of warnings only. */
    static SparkSession session(String name) {
        SparkSession session = SparkSession.builder().appName(name).getOrCreate();
        session.sparkContext().setLogLevel("WARN");
        return session;
    }
}
