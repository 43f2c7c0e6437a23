package nn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private final Flag<Path> png = Flag.of(
            Path.class,
            "--png",
            "DIR",
            "Write the charts as PNG files instead: loss, accuracy, learning-rate, reliability, coverage.");

    private final Flag<Path> svg = Flag.of(Path.class, "--svg", "DIR", "The same as SVG files.");
    private final CommonOptions common = new CommonOptions();

    ReportCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        spec().addPositional(run);
        add(png, svg, common);
        spec().usageMessage()
                .description("%nWrites report.html into the directory of the run, from its other files.%n");
    }

    @Override
    public Integer call() {
        RunReport report = RunReport.read(new RunDirectory(run.getValue()), warning -> common.warn(terminal, warning));
        List<Path> files = new ArrayList<>();
        if (png.isGiven()) {
            files.addAll(report.writePng(png.value()));
        }
        if (svg.isGiven()) {
            files.addAll(report.writeSvg(svg.value()));
        }
        if (!png.isGiven() && !svg.isGiven()) {
            files.add(report.writePage(warning -> common.warn(terminal, warning)));
        }
        files.forEach(terminal.out()::println);
        terminal.out().flush();
        return 0;
    }
}
