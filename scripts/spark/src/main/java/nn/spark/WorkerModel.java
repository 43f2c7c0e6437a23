package nn.spark;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nn.checkpoint.Checkpoint;
import nn.eval.Classifier;
import nn.model.Storage;
import nn.safetensors.SafeTensors;
import org.apache.spark.SparkFiles;

/** The models of a worker process. Each is read once, however many tasks use it at the same time, as none changes it. */
final class WorkerModel {

    private static final Map<Path, Classifier> READ = new ConcurrentHashMap<>();

    private WorkerModel() {}

    /** @param name of a file that was added to the Spark context */
    static Classifier of(String name) {
        return READ.computeIfAbsent(Path.of(SparkFiles.get(name)), WorkerModel::read);
    }

    /**
     * Reads a model for answers without ND4J.
     *
     * @throws nn.NnException BAD_CHECKPOINT if the file is none
     */
    static Classifier read(Path file) {
        return Checkpoint.classifier(SafeTensors.read(file), file, Storage.HEAP_FLOAT);
    }
}
