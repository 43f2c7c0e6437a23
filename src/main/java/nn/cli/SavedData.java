package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.RunState;
import nn.data.Fingerprint;
import nn.report.Terminal;

/** The data of an earlier run, wherever they are now. */
final class SavedData {

    private SavedData() {}

    /**
     * The directory that the run names. If it is gone, as after a move of the program, and the run was trained on MNIST, the MNIST
     * that comes with this program.
     *
     * @throws NnException BAD_INPUT if neither is there
     */
    static String directory(RunConfig saved, RunDirectory run, Terminal terminal) {
        Path named = Path.of(saved.data());
        if (Files.exists(named)) {
            return saved.data();
        }
        if (Files.isRegularFile(run.last())
                && Fingerprint.isMnist(RunState.read(run.last()).dataDigest())) {
            Path here = Installation.data().toAbsolutePath().normalize();
            terminal.say(named + ": is not there any more, so its MNIST is read from " + here);
            return here.toString();
        }
        throw NnException.of(
                Kind.BAD_INPUT, named, "the data of the run are not there any more", "name their place with --data");
    }
}
