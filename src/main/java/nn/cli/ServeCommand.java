package nn.cli;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import nn.model.Storage;
import nn.report.Terminal;
import nn.run.StopSignal;
import nn.safetensors.SafeTensors;
import nn.serve.PageServer;
import nn.serve.Settings;

/** {@code nn serve}: a page in the browser to draw digits on and to watch trainings, and an API. */
final class ServeCommand extends Command {

    static final String HEADER = "Open a page to draw digits on and to watch trainings.";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int LAST_PORT = 65_535;

    private final Terminal terminal;
    private final ModelOption model = new ModelOption();
    private final Flag<Integer> port = Flag.of(
                    Integer.class, "--port", "N", "The port, 0 for any free one (default: ${DEFAULT-VALUE}).")
            .standard("8484");
    private final Flag<String> host = Flag.of(
                    String.class,
                    "--host",
                    "NAME",
                    "Listen on this address, so that others can reach it (default: ${DEFAULT-VALUE}, this machine only).")
            .standard(LOOPBACK);
    private final Flag<Path> runs = Flag.of(
                    Path.class, "--runs", "DIR", "The directory of the runs (default: ${DEFAULT-VALUE}).")
            .standard("runs");
    private final Flag<Path> saved = Flag.of(
                    Path.class, "--examples", "DIR", "Where drawn examples are saved (default: ${DEFAULT-VALUE}).")
            .standard("examples");
    private final CommonOptions common = new CommonOptions();

    ServeCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples("nn serve", "nn serve --port 0 --model runs/latest/model.safetensors");
        add(port, host, model, runs, saved, common);
        spec().usageMessage()
                .description(
                        "%nServes a page for this machine's browser: draw digits or drop pictures, watch trainings, and turn the "
                                + "parameters of lessons. Scripts send pictures to /api/predict. It ends by Ctrl-C.%n");
    }

    @Override
    public Integer call() {
        requireRange("--port", port.value(), 0, LAST_PORT);
        Path file = model.file();
        try (PageServer server = new PageServer(new Settings(
                host.value(),
                port.value(),
                file,
                Installation.model(),
                Installation::segments,
                chosen -> ModelOption.forPictures(SafeTensors.read(chosen), chosen, Storage.HEAP_FLOAT),
                runs.value(),
                saved.value(),
                terminal::say))) {
            CompletableFuture<StopSignal> stop = StopSignals.first();
            model.announce(file, terminal, common.quiet());
            if (server.isOpen()) {
                common.warn(
                        terminal,
                        "everyone who can reach this machine can use the page, see the runs and save examples; without --host "
                                + "only this machine can");
            }
            terminal.out().println(server.url() + "   (Ctrl-C ends it)");
            terminal.out().flush();
            return stop.join().exitCode();
        }
    }
}
