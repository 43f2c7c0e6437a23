package nn.checkpoint;

import java.time.Instant;
import java.util.Optional;

/**
 * The content of {@code progress.json}: how far a training is that has not finished. It is for whoever watches; nothing is computed from
 * it.
 *
 * @param process the process that trains
 * @param processStarted when that process started, as other processes have had its number; empty if the system does not tell
 * @param network the number of the network that is trained now, from 1
 * @param networks the networks of the whole run
 * @param epoch the current epoch, from 1
 * @param epochs the planned epochs of the network
 * @param step the steps made in this epoch
 * @param steps the steps of an epoch
 * @param loss the mean training loss of this epoch so far
 * @param imagesPerSecond the speed of this epoch so far
 * @param secondsLeft the estimated time that the training will still take
 */
public record TrainingProgress(
        long process,
        Optional<String> processStarted,
        int network,
        int networks,
        int epoch,
        int epochs,
        int step,
        int steps,
        double loss,
        double imagesPerSecond,
        double secondsLeft) {

    /** When this process started. */
    public static Optional<String> startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString);
    }

    /** Whether the process that wrote it still runs. */
    public boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(found -> startOf(found).equals(processStarted))
                .isPresent();
    }
}
