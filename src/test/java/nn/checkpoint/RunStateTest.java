package nn.checkpoint;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nn.NnException.Kind;
import nn.eval.Metrics;
import nn.json.Json;
import nn.model.Architecture;
import nn.model.FloatMatrix;
import nn.model.Parameters;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;
import nn.train.EpochResult;
import nn.train.FinishedNetwork;
import nn.train.PieceVector;
import nn.train.Preset;
import nn.train.TrainingConfig;
import nn.train.TrainingState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States of a run in files with a correct checksum, but possibly false content. */
class RunStateTest {

    private static final TrainingConfig CONFIG = Preset.FAST.config(1, 1);

    /** A configuration whose state has all possible vectors. */
    private static final TrainingConfig AVERAGED =
            Json.parse(Json.compact(CONFIG).replace("\"averaging\":0.0", "\"averaging\":0.5"), TrainingConfig.class);

    private static final EpochResult EPOCH = new EpochResult(1, 0.5, new Metrics(10, 3, 0.5), 0.1, 2, 40, true);

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

    /** If two of them were exchanged, or one were missing, a resumed run would make other steps than an uninterrupted one. */
    @Test
    void everyVectorAndNumberComesBackToItsPlace() {
        List<EpochResult> history = List.of(EPOCH);
        List<FinishedNetwork> finished = List.of(new FinishedNetwork(5, 1, history, 0.5));
        RunTime time = new RunTime(9, 2, 30);
        TrainingState state = TrainingState.restored(
                AVERAGED.architecture(2, 3, 2), AVERAGED, new TrainingState.Position(7, 1, 0.25, 1.5, 1, 3, 0.5, true));
        List<Vector> vectors = vectors(state);
        vectors.forEach(vector -> vector.write.accept(numbers(vectors.indexOf(vector), vector.length)));
        new RunState(AVERAGED, "data", 0, history, state, finished, time).write(file);
        RunState read = RunState.read(file);
        assertEquals(5, vectors(read.state()).size(), "parameters, two moments, their average, the best");
        for (int i = 0; i < vectors.size(); i++) {
            Vector vector = vectors(read.state()).get(i);
            float[] values = new float[vector.length];
            vector.read.accept(values);
            assertArrayEquals(numbers(i, vector.length), values, "vector " + i);
        }
        assertEquals(state.position(), read.state().position());
        assertEquals(
                List.of(AVERAGED, 0.0, history, finished, time),
                List.of(read.config(), read.elapsedSeconds(), read.history(), read.finished(), read.time()));
    }

    private static float[] numbers(int vector, int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = vector + i / 4096f;
        }
        return numbers;
    }

    private record Vector(int length, Consumer<float[]> read, Consumer<float[]> write) {

        static Vector of(PieceVector slot) {
            return new Vector(slot.length(), slot::read, slot::write);
        }

        static Vector of(Parameters parameters) {
            FloatMatrix vector = (FloatMatrix) parameters.vector();
            int length = vector.columns();
            return new Vector(
                    length, into -> vector.read(0, 0, into, length), from -> vector.write(0, 0, from, length));
        }
    }

    private static List<Vector> vectors(TrainingState state) {
        return List.of(
                Vector.of(state.parameters()),
                Vector.of(state.slots().get(0)),
                Vector.of(state.slots().get(1)),
                Vector.of(state.average().orElseThrow()),
                Vector.of(state.best()));
    }

    @ParameterizedTest
    @CsvSource({"parameters, F64", "parameters, short", "slots.1, F64", "slots.1, short", "slots.1, none", "best, none"
    })
    void aVectorThatIsNotOfItsNetworkIsRefused(String name, String fault) {
        SafeTensors content = SafeTensors.read(file);
        Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
        int length = (int) tensors.remove(name).elements();
        switch (fault) {
            case "F64" -> tensors.put(name, Tensor.of(new double[length], length));
            case "short" -> tensors.put(name, Tensor.of(new float[length - 1], length - 1));
            default -> {}
        }
        new SafeTensors(content.metadata(), tensors).write(file);
        assertFails(Kind.BAD_CHECKPOINT, file, "not a usable run state", () -> RunState.read(file));
    }

    @Test
    void aModelIsNoState() {
        new SafeTensors(Map.of(), Map.of()).write(file);
        assertFails(Kind.BAD_CHECKPOINT, file, "not the state of a run", () -> RunState.read(file));
    }

    /**
     * The numbers have 4 bytes each, every file 16 kB more. One network: a state of four vectors, a model, and the state again
     * while it is replaced. A committee of two: also a file for each network that is trained, here each twice. A model of six is
     * more than a state.
     */
    @Test
    void spaceIsAskedForAllFilesOfARunAndOneOfThemTwice() {
        Architecture network = CONFIG.architecture(2, 3, 2);
        long vector = 4 * (7 * 256 + 257 * 2) + 16_384;
        TrainingState state = TrainingState.initial(network, CONFIG);
        assertEquals((4 + 1 + 4) * vector, RunState.bytesOfRun(state, List.of(network), 1));
        assertEquals((4 + 2 + 4 + 4) * vector, RunState.bytesOfRun(state, List.of(network, network), 4));
        assertEquals((4 + 6 + 6 + 6) * vector, RunState.bytesOfRun(state, Collections.nCopies(6, network), 6));
        Architecture wide = CONFIG.architecture(20, 30, 2);
        long wider = 4 * (601 * 256 + 257 * 2) + 16_384;
        assertEquals((4 + 4) * wider + (vector + wider) * 3, RunState.bytesOfRun(state, List.of(network, wide), 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sizes\":[6,256,2] | \"sizes\":[6,1000000,2] | not those of 6-1000000-2",
                "\"sizes\":[6,256,2] | \"sizes\":[6,1048576,255,2] | activations",
                "\"finishedEpochs\":0 | \"finishedEpochs\":1 | finished epochs",
                "\"bestEpoch\":0 | \"bestEpoch\":-1 | best epoch",
                "\"bestEpoch\":0 | \"bestEpoch\":1 | best epoch",
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

    private static RunState at(long step, boolean outOfTime, List<FinishedNetwork> finished) {
        TrainingState state = TrainingState.restored(
                CONFIG.architecture(2, 3, 2), CONFIG, new TrainingState.Position(step, 1, 0, 0, 1, 3, 0.5, outOfTime));
        return new RunState(CONFIG, "data", 1, List.of(EPOCH), state, finished, RunTime.NONE);
    }

    @Test
    void aStateOfAnotherNetworkDoesNotFit() {
        RunState state = at(30, false, List.of());
        int examples = 20 * CONFIG.learning().batchSize();
        state.requireFits(CONFIG.architecture(2, 3, 2), 1, examples);
        assertThrows(
                IllegalArgumentException.class, () -> state.requireFits(CONFIG.architecture(2, 3, 3), 1, examples));
    }

    @Test
    void aStateOfMoreNetworksThanTheRunHasDoesNotFit() {
        RunState second = at(30, false, List.of(new FinishedNetwork(5, 1, List.of(EPOCH), 1)));
        int examples = 20 * CONFIG.learning().batchSize();
        second.requireFits(CONFIG.architecture(2, 3, 2), 2, examples);
        assertThrows(
                IllegalArgumentException.class, () -> second.requireFits(CONFIG.architecture(2, 3, 2), 1, examples));
    }

    /** The state has one finished epoch; each epoch has 20 steps, also if the last of them is of one example. */
    @ParameterizedTest
    @CsvSource({
        "20, false, true",
        "30, false, true",
        "40, false, true",
        "19, false, false",
        "41, false, false",
        "19, true, true",
        "1, true, true",
        "40, true, true",
        "41, true, false"
    })
    void aStepFitsBetweenTheFinishedEpochsAndTheNext(long step, boolean outOfTime, boolean fits) {
        for (int examples : new int[] {
            20 * CONFIG.learning().batchSize(), 19 * CONFIG.learning().batchSize() + 1
        }) {
            Executable check =
                    () -> at(step, outOfTime, List.of()).requireFits(CONFIG.architecture(2, 3, 2), 1, examples);
            if (fits) {
                assertDoesNotThrow(check);
            } else {
                assertThrows(IllegalArgumentException.class, check);
            }
        }
    }
}
