package nn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nn.checkpoint.RunDirectory;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.report.ComparisonText;
import nn.report.Terminal;
import nn.report.page.ComparisonPage;
import nn.report.page.RunReport;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn report}: writes the page of a run anew, or compares runs. */
final class ReportCommand extends Command {

    static final String HEADER = "Write a run's report as a web page, or compare runs.";

    private final Terminal terminal;
    private final PositionalParamSpec runs = PositionalParamSpec.builder()
            .required(true)
            .index("0..*")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .paramLabel("RUN")
            .description("The directory of a finished run; several are compared.")
            .build();
    private final Flag<Path> png = Flag.of(
            Path.class,
            "--png",
            "DIR",
            "Write its charts and pictures as PNG files instead, such as loss.png and mistakes.png.");

    private final Flag<Path> svg = Flag.of(Path.class, "--svg", "DIR", "The same as SVG files.");
    private final Flag<Path> out = Flag.of(Path.class, "--out", "FILE", "Write the comparison as a web page, too.");
    private final Flag<Boolean> json = Flag.on("--json", "Print the comparison as JSON instead of text.");
    private final CommonOptions common = new CommonOptions();

    ReportCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples("nn report runs/latest", "nn report runs/latest --png charts", "nn report runs/first runs/second");
        spec().addPositional(runs);
        add(png, svg, out, json, common);
        spec().usageMessage()
                .description(
                        "%nOf one run, writes report.html into its directory. Of several, prints a table, and for each pair whether their "
                                + "test results differ by more than chance.%n");
    }

    @Override
    public Integer call() {
        List<Path> named = runs.getValue();
        if (named.size() > 1) {
            compare(named);
        } else {
            write(named.get(0));
        }
        terminal.out().flush();
        return 0;
    }

    private void compare(List<Path> named) {
        if (png.isGiven() || svg.isGiven()) {
            throw usage("--png and --svg are for one run");
        }
        if (out.isGiven()) {
            AtomicFile.requireWritable(out.value());
        }
        ComparisonPage page = new ComparisonPage(named);
        if (out.isGiven()) {
            page.write(out.value(), warning -> common.warn(terminal, warning));
        }
        terminal.out().print(json.isOn() ? Json.pretty(page.comparison()) : ComparisonText.of(page.comparison()));
    }

    private void write(Path run) {
        if (out.isGiven() || json.isOn()) {
            throw usage("--out and --json compare several runs; name another run");
        }
        RunReport report = RunReport.read(new RunDirectory(run), warning -> common.warn(terminal, warning));
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
    }
}
