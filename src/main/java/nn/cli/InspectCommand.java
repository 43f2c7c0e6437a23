package nn.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nn.checkpoint.Checkpoint;
import nn.report.InspectText;
import nn.report.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nn inspect}: what a model file holds. */
@Command(name = "inspect", sortOptions = false, header = "Show what a model file holds.")
final class InspectCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "A model.safetensors.")
    private Path file;

    @Mixin
    private CommonOptions common;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(InspectText.of(file, Checkpoint.read(file)));
        return 0;
    }
}
