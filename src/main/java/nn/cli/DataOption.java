package nn.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import nn.data.DataDirectory;
import nn.report.Terminal;

/** The option for the IDX files that a command reads. */
final class DataOption implements Flags {

    private final Flag<Path> directory = Flag.of(
            Path.class,
            "--data",
            "DIR",
            "Directory with IDX files of the MNIST names, raw or .gz (default: the MNIST that comes with nn).");

    @Override
    public void addTo(Command command) {
        command.add(directory);
    }

    /** Whether the user gave a directory. */
    boolean isNamed() {
        return directory.isGiven();
    }

    /** The directory as an absolute path. */
    Path path() {
        return (directory.isGiven() ? directory.value() : Installation.data())
                .toAbsolutePath()
                .normalize();
    }

    /** Opens the directory; its warnings go to the error stream. */
    static DataDirectory open(Path path, Terminal terminal) {
        return DataDirectory.of(path, warnings(terminal));
    }

    /** Prints warnings on the error stream. */
    static Consumer<String> warnings(Terminal terminal) {
        return warning -> terminal.say("warning: " + warning);
    }
}
