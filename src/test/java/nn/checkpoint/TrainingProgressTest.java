package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import nn.json.Json;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {

    private static TrainingProgress of(long process, Optional<String> started) {
        return new TrainingProgress(process, started, 1, 2, 3, 10, 5, 20, 0.5, 1000, 7.5);
    }

    @Test
    void itsProcessIsAliveUntilItEnds() throws Exception {
        ProcessHandle own = ProcessHandle.current();
        assertTrue(of(own.pid(), TrainingProgress.startOf(own)).isAlive());
        Process child = new ProcessBuilder("sleep", "60").start();
        TrainingProgress progress = of(child.pid(), TrainingProgress.startOf(child.toHandle()));
        assertTrue(progress.isAlive());
        child.destroyForcibly().waitFor();
        assertFalse(progress.isAlive());
    }

    /** Numbers of processes are used again. */
    @Test
    void anotherProcessWithItsNumberIsNotIt() {
        assertFalse(of(ProcessHandle.current().pid(), Optional.of("2020-01-01T00:00:00Z"))
                .isAlive());
    }

    @Test
    void itIsReadAsItWasWritten() {
        TrainingProgress progress = of(1, Optional.empty());
        assertEquals(progress, Json.parse(Json.compact(progress), TrainingProgress.class));
    }
}
