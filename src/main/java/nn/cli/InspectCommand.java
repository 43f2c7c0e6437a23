package nn.cli;

import java.nio.file.Path;
import nn.checkpoint.Checkpoint;
import nn.json.Json;
import nn.report.InspectJson;
import nn.report.InspectText;
import nn.report.Terminal;
import nn.safetensors.TensorListing;
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
            .description("A model.safetensors; of other safetensors files the tensors are listed.")
            .build();

    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text.");
    private final CommonOptions common = new CommonOptions();

    InspectCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples("nn inspect runs/latest/model.safetensors");
        spec().addPositional(file);
        add(json, common);
    }

    @Override
    public Integer call() {
        Path model = file.getValue();
        common.noteFile(terminal, model);
        TensorListing content = TensorListing.read(model);
        if (content.isOfNn()) {
            Checkpoint checkpoint = Checkpoint.read(model);
            print(InspectText.of(model, checkpoint), InspectJson.of(model, checkpoint));
        } else {
            print(InspectText.of(model, content), new InspectJson.Tensors(model.toString(), content));
        }
        return 0;
    }

    private void print(String text, Object document) {
        terminal.out().print(json.isOn() ? Json.pretty(document) : text);
    }
}
