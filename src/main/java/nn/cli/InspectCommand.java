package nn.cli;

import java.nio.file.Path;
import nn.checkpoint.Checkpoint;
import nn.report.InspectText;
import nn.report.Terminal;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn inspect}: shows the content of a model file. */
final class InspectCommand extends Command {

    static final String HEADER = "Show what a model file holds.";

    private final Terminal terminal;
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .required(true)
            .index("0")
            .type(Path.class)
            .paramLabel("FILE")
            .description("A model.safetensors.")
            .build();

    InspectCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        spec().addPositional(file);
        add(new CommonOptions());
    }

    @Override
    public Integer call() {
        Path model = file.getValue();
        terminal.out().print(InspectText.of(model, Checkpoint.read(model)));
        return 0;
    }
}
