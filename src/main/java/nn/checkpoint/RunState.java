package nn.checkpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.json.DefaultsTo;
import nn.json.Json;
import nn.model.Architecture;
import nn.model.FloatMatrix;
import nn.model.Parameters;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;
import nn.train.EpochResult;
import nn.train.FinishedNetwork;
import nn.train.PieceVector;
import nn.train.TrainingConfig;
import nn.train.TrainingState;

/**
 * The state of a run that can be resumed: configuration, position, history, and every vector of the {@link TrainingState}, in
 * one safetensors file. A resumed run continues exactly, bit by bit.
 *
 * @param config the run's configuration
 * @param dataDigest identifies the training data
 * @param elapsedSeconds the training time of all processes so far
 * @param history the finished epochs of the current network
 * @param state the current network's training state
 * @param finished the networks before it, which have their own files
 * @param time the used time of a run with a time limit
 */
public record RunState(
        TrainingConfig config,
        String dataDigest,
        double elapsedSeconds,
        List<EpochResult> history,
        TrainingState state,
        List<FinishedNetwork> finished,
        RunTime time) {

    private static final String ADVICE = "resume another run, or start again with --force";
    private static final long METADATA_BYTES = 16 << 10;
    /** The metadata key that only states have. */
    static final String RUN = "run";

    private static final String PARAMETERS = "parameters";

    private record Head(
            TrainingConfig config,
            String dataDigest,
            double elapsedSeconds,
            List<EpochResult> history,
            Architecture architecture,
            TrainingState.Position position,
            @DefaultsTo("[]") List<FinishedNetwork> finished,
            @DefaultsTo("{}") RunTime time) {}

    /** @throws IllegalArgumentException if position and history contradict each other */
    public RunState {
        history = List.copyOf(history);
        finished = List.copyOf(finished);
        TrainingState.Position at = state.position();
        require(at.finishedEpochs() == history.size(), "finished epochs", at.finishedEpochs());
        require(at.bestEpoch() >= 0 && at.bestEpoch() <= history.size(), "best epoch", at.bestEpoch());
        require(at.step() >= history.size(), "step", at.step());
        require(elapsedSeconds >= 0, "seconds", elapsedSeconds);
    }

    private static void require(boolean condition, String name, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(name + " cannot be " + value);
        }
    }

    /**
     * The most bytes that a run needs on disk: the state, the model, and a second copy while one is replaced.
     *
     * @param state the state of one of its networks
     * @param members the architectures in its model
     * @param networks the number of networks; several have a file each
     */
    public static long bytesOfRun(TrainingState state, List<Architecture> members, int networks) {
        long model = members.stream().mapToLong(RunState::bytes).sum();
        long ofState = vectors(state).size()
                * members.stream().mapToLong(RunState::bytes).max().orElseThrow();
        long ofNetworks = networks > 1 ? model * networks / members.size() : 0;
        return ofState + model + ofNetworks + Math.max(ofState, model);
    }

    private static long bytes(Architecture network) {
        return 4L * network.parameterCount() + METADATA_BYTES;
    }

    /**
     * Writes the state atomically.
     *
     * @throws NnException ENVIRONMENT if it cannot be written
     */
    public void write(Path file) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        vectors(state).forEach((name, vector) -> {
            float[] values = new float[vector.length];
            vector.read.accept(values);
            tensors.put(name, Tensor.of(values, values.length));
        });
        Head head = new Head(
                config,
                dataDigest,
                elapsedSeconds,
                history,
                state.parameters().architecture(),
                state.position(),
                finished,
                time);
        new SafeTensors(Map.of(RUN, Json.compact(head)), tensors).write(file);
    }

    /**
     * Reads a state.
     *
     * @throws NnException BAD_CHECKPOINT if the file is missing, damaged, or not the state of a run
     */
    public static RunState read(Path file) {
        SafeTensors content = SafeTensors.read(file);
        String text = content.metadata().get(RUN);
        if (text == null) {
            throw NnException.of(Kind.BAD_CHECKPOINT, file, "not the state of a run", ADVICE);
        }
        try {
            Head head = Json.parse(text, Head.class);
            checkSize(content.tensors(), head.architecture);
            TrainingState state = TrainingState.restored(head.architecture, head.config, head.position);
            vectors(state).forEach((name, vector) -> fill(content.tensors(), name, vector));
            return new RunState(
                    head.config, head.dataDigest, head.elapsedSeconds, head.history, state, head.finished, head.time);
        } catch (IllegalArgumentException e) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT, file, "not a usable run state (" + UntrustedText.reason(e) + ")", ADVICE);
        }
    }

    /** Checks sizes before memory is allocated for an architecture that only the file claims. */
    private static void checkSize(Map<String, Tensor> tensors, Architecture architecture) {
        Tensor tensor = tensors.get(PARAMETERS);
        if (tensor == null || tensor.elements() != architecture.parameterCount()) {
            throw new IllegalArgumentException("its parameters are not those of " + architecture.name());
        }
    }

    /**
     * Requires that this state belongs to such a run.
     *
     * @param networks the number of networks that the run trains
     * @param examples the number of examples in an epoch of the current network
     * @throws IllegalArgumentException if it does not
     */
    public void requireFits(Architecture architecture, int networks, int examples) {
        require(
                state.parameters().architecture().equals(architecture),
                "network",
                state.parameters().architecture().name());
        require(finished.size() < networks, "finished networks", finished.size());
        long steps = (examples + config.learning().batchSize() - 1L)
                / config.learning().batchSize();
        long ofEpoch = state.step() - steps * state.finishedEpochs();
        // The time limit may have cut the last epoch short.
        require(ofEpoch >= (state.outOfTime() ? -steps : 0) && ofEpoch <= steps, "step", state.step());
    }

    private static void fill(Map<String, Tensor> tensors, String name, Vector vector) {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.dtype() != Tensor.DType.F32 || tensor.elements() != vector.length) {
            throw new IllegalArgumentException("the tensor " + name + " does not have " + vector.length + " numbers");
        }
        float[] values = new float[vector.length];
        tensor.data().asFloatBuffer().get(values);
        vector.write.accept(values);
    }

    private static Map<String, Vector> vectors(TrainingState state) {
        Map<String, Vector> vectors = new LinkedHashMap<>();
        vectors.put(PARAMETERS, Vector.of(state.parameters()));
        for (int number = 0; number < state.slots().size(); number++) {
            PieceVector slot = state.slots().get(number);
            vectors.put("slots." + number, new Vector(slot.length(), slot::read, slot::write));
        }
        state.average().ifPresent(average -> vectors.put("average", Vector.of(average)));
        vectors.put("best", Vector.of(state.best()));
        return vectors;
    }

    /** Copies numbers of a state to or from a file. */
    private record Vector(int length, Consumer<float[]> read, Consumer<float[]> write) {

        static Vector of(Parameters parameters) {
            FloatMatrix vector = (FloatMatrix) parameters.vector();
            int length = vector.columns();
            return new Vector(
                    length, into -> vector.read(0, 0, into, length), from -> vector.write(0, 0, from, length));
        }
    }
}
