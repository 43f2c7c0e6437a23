package nn.train;

import java.util.ArrayList;
import java.util.List;
import nn.data.DataSet;
import nn.model.Parameters;

/** A training, with everything that it told its listener. */
final class TrialRun implements TrainingListener {

    final TrainingConfig config;
    final DataSet data;
    TrainingState state;
    final List<EpochResult> epochs = new ArrayList<>();
    /** The model at the end of each epoch. */
    final List<Parameters> models = new ArrayList<>();

    final List<Progress> progress = new ArrayList<>();
    private long stopAt = Long.MAX_VALUE;

    TrialRun(Configs configs, DataSet data) {
        config = configs.build();
        this.data = data;
        state = TrainingState.initial(config.architecture(data), config);
    }

    /** Trains to the end. */
    static TrialRun of(Configs configs, DataSet data) {
        TrialRun run = new TrialRun(configs, data);
        run.train();
        return run;
    }

    /** Begins where another run stopped, with its own state, like a resumed process. */
    void goOnFrom(TrialRun stopped) {
        state = TrainingState.restored(stopped.state.parameters().architecture(), config, stopped.state.position());
        state.parameters().copyFrom(stopped.state.parameters());
        state.average()
                .ifPresent(average -> average.copyFrom(stopped.state.average().orElseThrow()));
        state.best().copyFrom(stopped.state.best());
        for (int slot = 0; slot < state.slots().size(); slot++) {
            state.slots().get(slot).write(numbers(stopped.state.slots().get(slot)));
        }
        epochs.addAll(stopped.epochs);
    }

    boolean train() {
        return trainUntilStep(Long.MAX_VALUE);
    }

    /** Trains with a new trainer until the listener stops it after a step, counted over all epochs. */
    boolean trainUntilStep(long step) {
        stopAt = step;
        try (Trainer trainer = new Trainer(config, data, state)) {
            return trainer.train(this);
        }
    }

    @Override
    public boolean afterStep(Progress where, TrainingState current) {
        progress.add(where);
        return current.step() < stopAt;
    }

    @Override
    public void afterEpoch(EpochResult result, TrainingState current) {
        epochs.add(result);
        models.add(current.model().copy());
    }

    /** The losses of the epochs so far. */
    List<Double> losses() {
        return epochs.stream().map(EpochResult::loss).toList();
    }

    double[] weights() {
        return numbers(state.parameters());
    }

    static double[] numbers(Parameters parameters) {
        return parameters.vector().row(0);
    }

    static float[] numbers(PieceVector vector) {
        float[] numbers = new float[vector.length()];
        vector.read(numbers);
        return numbers;
    }
}
