package nn.run;

import java.nio.charset.StandardCharsets;
import nn.NnException;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.TrainingProgress;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.train.Stage;
import nn.train.TrainingConfig;
import nn.train.TrainingListener.Progress;

/** Tells other processes how far a run is, once a second. */
final class ProgressFile {

    private static final long INTERVAL_NANOS = 1_000_000_000;

    private final RunDirectory directory;
    private final int batchSize;
    private final int networks;
    private long writtenNanos = System.nanoTime() - INTERVAL_NANOS;
    private boolean fails;

    ProgressFile(RunDirectory directory, TrainingConfig config) {
        this.directory = directory;
        batchSize = config.learning().batchSize();
        networks = Stage.of(config).size();
    }

    /**
     * Writes it if it is time.
     *
     * @param finished the networks that are finished
     */
    void writeIfDue(Progress where, int finished, double secondsLeft) {
        if (fails || System.nanoTime() - writtenNanos < INTERVAL_NANOS || !Double.isFinite(where.loss())) {
            return;
        }
        writtenNanos = System.nanoTime();
        ProcessHandle own = ProcessHandle.current();
        TrainingProgress progress = new TrainingProgress(
                own.pid(),
                TrainingProgress.startOf(own),
                finished + 1,
                networks,
                where.epoch(),
                where.epochs(),
                where.step(),
                where.steps(),
                where.loss(),
                where.seconds() > 0 ? where.step() * batchSize / where.seconds() : 0,
                secondsLeft);
        try {
            AtomicFile.writeUnforced(
                    directory.progress(),
                    out -> out.write(Json.compact(progress).getBytes(StandardCharsets.UTF_8)));
        } catch (NnException e) {
            // It is only for those who watch. What matters to the run reports a full disk by itself.
            fails = true;
        }
    }
}
