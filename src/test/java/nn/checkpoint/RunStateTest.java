package nn.checkpoint;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nn.NnException.Kind;
import nn.eval.Outcome;
import nn.safetensors.SafeTensors;
import nn.train.EpochResult;
import nn.train.Preset;
import nn.train.TrainingConfig;
import nn.train.TrainingState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state of a run in a file whose checksum is right; what it says may still be a lie. */
class RunStateTest {

    private static final TrainingConfig CONFIG = Preset.FAST.config(1, 1);

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void write() {
        file = directory.resolve("last.safetensors");
        TrainingState state = TrainingState.initial(CONFIG.architecture(2, 3, 2), CONFIG);
        new RunState(CONFIG, "data", 1.5, List.of(), state, List.of(), RunTime.NONE).write(file);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        RunState read = RunState.read(file);
        assertEquals(CONFIG, read.config());
        assertEquals("data", read.dataDigest());
        read.requireFits(CONFIG.architecture(2, 3, 2), 1, 1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"sizes\":[6,256,2] | \"sizes\":[6,1000000,2] | not those of 6-1000000-2",
        "\"sizes\":[6,256,2] | \"sizes\":[6,1048576,255,2] | activations",
        "\"finishedEpochs\":0 | \"finishedEpochs\":1 | finished epochs",
        "\"bestEpoch\":0 | \"bestEpoch\":-1 | best epoch",
        "\"step\":0 | \"step\":-9223372036854775808 | step",
        "\"elapsedSeconds\":1.5 | \"elapsedSeconds\":-1.5 | seconds",
        "\"dataDigest\" | \"data\\u001bDigest\" | unknown key",
    })
    void aLieInItIsRefusedBeforeMemoryIsTaken(String truth, String lie, String reason) {
        SafeTensors content = SafeTensors.read(file);
        String run = content.metadata().get("run");
        assertTrue(run.contains(truth), run);
        new SafeTensors(Map.of("run", run.replace(truth, lie)), content.tensors()).write(file);
        assertFails(Kind.BAD_CHECKPOINT, file, reason, () -> RunState.read(file));
    }

    @Test
    void aStateOfAnotherNetworkOrPlaceDoesNotFit() {
        TrainingState state = TrainingState.restored(CONFIG.architecture(2, 3, 2), CONFIG,
                new TrainingState.Position(30, 1, 0, 0, 1, 3, 0.5, false));
        RunState ofRun = new RunState(CONFIG, "data", 1, List.of(new EpochResult(1, 1, Outcome.NONE, 1, 1, 1, true)), state,
                List.of(), RunTime.NONE);
        int batch = CONFIG.learning().batchSize();
        ofRun.requireFits(CONFIG.architecture(2, 3, 2), 1, 20 * batch);
        assertThrows(IllegalArgumentException.class, () -> ofRun.requireFits(CONFIG.architecture(2, 3, 3), 1, 20 * batch));
        assertThrows(IllegalArgumentException.class, () -> ofRun.requireFits(CONFIG.architecture(2, 3, 2), 0, 20 * batch));
        assertThrows(IllegalArgumentException.class, () -> ofRun.requireFits(CONFIG.architecture(2, 3, 2), 1, 10 * batch));
        assertThrows(IllegalArgumentException.class, () -> ofRun.requireFits(CONFIG.architecture(2, 3, 2), 1, 31 * batch));
    }
}
