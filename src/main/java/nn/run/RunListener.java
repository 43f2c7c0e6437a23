package nn.run;

import java.util.List;
import nn.checkpoint.RunDirectory;
import nn.train.EpochResult;
import nn.train.FinishedNetwork;
import nn.train.TrainingListener;
import nn.train.TrainingState;

/** Shows a training, saves its state, and writes its progress, its history and its best model. */
final class RunListener implements TrainingListener {

    private final RunSetup setup;
    private final RunDirectory directory;
    private final TrainedNetworks networks;
    private final RunProgress progress;
    private final ProgressFile file;

    RunListener(RunSetup setup, RunDirectory directory, TrainedNetworks networks, RunProgress progress) {
        this.setup = setup;
        this.directory = directory;
        this.networks = networks;
        this.progress = progress;
        file = new ProgressFile(directory, setup.training());
    }

    @Override
    public boolean afterStep(Progress where, TrainingState state) {
        if (state.step() == 1 && networks.finished().isEmpty()) {
            setup.firstStep().run();
        }
        progress.saveIfDue(state);
        setup.display().afterStep(where, state, setup.clock().secondsLeft());
        file.writeIfDue(
                where,
                networks.finished().size(),
                setup.display().secondsLeft(where, setup.clock().secondsLeft()));
        return setup.stops().received().isEmpty();
    }

    @Override
    public void afterEpoch(EpochResult result, TrainingState state) {
        progress.add(result);
        setup.display().afterEpoch(result, state);
        if (result.best() && networks.finished().isEmpty()) {
            networks.checkpoint(
                            networks.classifier(List.of(state.best())),
                            new FinishedNetwork(
                                    setup.training().data().seed(), state.bestEpoch(), progress.history(), 1))
                    .write(directory.model());
        }
        progress.save(state);
        progress.writeHistory();
    }
}
