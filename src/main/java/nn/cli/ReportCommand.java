package nn.cli;

import java.nio.file.Path;
import nn.checkpoint.RunDirectory;
import nn.report.Terminal;
import nn.report.page.RunReport;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn report}: writes the page of a run anew. */
final class ReportCommand extends Command {

    static final String HEADER = "Write a run's report as a web page.";

    private final Terminal terminal;
    private final PositionalParamSpec run = PositionalParamSpec.builder()
            .required(true)
            .index("0")
            .type(Path.class)
            .paramLabel("RUN")
            .description("The directory of a finished run.")
            .build();
    private final CommonOptions common = new CommonOptions();

    ReportCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        spec().addPositional(run);
        add(common);
        spec().usageMessage()
                .description("%nWrites report.html into the directory of the run, from its other files.%n");
    }

    @Override
    public Integer call() {
        Path page = RunReport.write(new RunDirectory(run.getValue()), warning -> common.warn(terminal, warning));
        terminal.out().println(page);
        terminal.out().flush();
        return 0;
    }
}
