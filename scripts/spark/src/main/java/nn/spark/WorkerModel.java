package nn.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.Checkpoint;
import nn.eval.Classifier;
import nn.model.Storage;
import nn.safetensors.SafeTensors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A model that all workers have. Each worker process reads it once, however many tasks use it at the same time, as none changes it. Spark
 * sends the file's bytes; a file that is added to its context does not reach the workers of a session.
 *
 * @param key distinguishes the models of a process
 * @param file for messages
 */
record WorkerModel(UUID key, String file, Broadcast<byte[]> bytes) implements Serializable {

    private static final Map<UUID, Classifier> READ = new ConcurrentHashMap<>();

    /** Sends a file to the workers. */
    static WorkerModel send(JavaSparkContext spark, RemoteFiles files, String file) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file);
        if (!files.of(path).exists(path)) {
            throw new NnException(Kind.BAD_CHECKPOINT, file + ": does not exist; check the name");
        }
        try (InputStream in = files.open(file)) {
            return new WorkerModel(UUID.randomUUID(), file, spark.broadcast(in.readAllBytes()));
        }
    }

    /**
     * The model, for answers without ND4J.
     *
     * @throws NnException BAD_CHECKPOINT if the file holds none
     */
    Classifier classifier() {
        return READ.computeIfAbsent(key, any -> read());
    }

    private Classifier read() {
        try {
            Path copy = Files.createTempFile("nn-model-", ".safetensors");
            try {
                Files.write(copy, bytes.value());
                return Checkpoint.classifier(SafeTensors.read(copy), copy, Storage.HEAP_FLOAT);
            } catch (NnException e) {
                throw new NnException(e.kind(), e.getMessage().replace(copy.toString(), file), e);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
