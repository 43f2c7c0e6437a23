package nn.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nn.NnException.Kind;
import nn.doctor.Examination;
import nn.json.Json;
import nn.report.Diagnosis;
import nn.report.Terminal;

/** {@code nn doctor}: whether all commands would work here, and what to do if not. */
final class DoctorCommand extends Command {

    static final String HEADER = "Find out whether all works here, and what to do if not.";

    private final Terminal terminal;
    private final DataOption data = new DataOption();
    private final ModelOption model = new ModelOption();
    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text.");
    private final CommonOptions common = new CommonOptions();

    DoctorCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        add(data, model, json, common);
        examples("nn doctor", "nn doctor --quiet || echo something is wrong");
        spec().usageMessage()
                .description(
                        "%nLooks at the JDK, the machine, the files and the native libraries. It changes and fetches nothing. A line for "
                                + "each finding, and below a bad one what to do. The last line is the verdict: the exit code is 7 if there is a "
                                + "problem, which keeps a command from working, and 0 with warnings.%n");
    }

    @Override
    public Integer call() {
        Examination examination = new Examination(
                Installation.home(),
                data.path(),
                model::file,
                unknownVariables(System.getenv().keySet()));
        Diagnosis diagnosis = Diagnosis.of(examination.findings(finding -> {
            if (!json.isOn() && !(common.quiet() && finding.advice().isEmpty())) {
                terminal.out().print(Diagnosis.line(finding));
                terminal.out().flush();
            }
        }));
        terminal.out().print(json.isOn() ? Json.pretty(diagnosis) : diagnosis.verdict() + "\n");
        terminal.out().flush();
        return diagnosis.problems() == 0 ? 0 : Kind.ENVIRONMENT.exitCode();
    }

    /** Variables that look like an option's or the program's own, and are neither. */
    private List<String> unknownVariables(Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeIf(name -> !name.startsWith(EnvironmentDefaults.PREFIX));
        unknown.removeAll(EnvironmentTable.variables().keySet());
        Completed.commands(NnCommand.whole(terminal)).stream()
                .flatMap(command -> command.options().stream())
                .flatMap(option -> EnvironmentDefaults.variable(option).stream())
                .forEach(unknown::remove);
        return List.copyOf(unknown);
    }
}
