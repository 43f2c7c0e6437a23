package nn.report;

import java.util.List;
import nn.Plural;
import nn.doctor.Finding;
import nn.doctor.Finding.State;

/**
 * All findings of {@code nn doctor}. The component names are keys of the JSON output.
 *
 * @param problems how many findings keep a command from working
 * @param warnings how many findings make it slower or its reports poorer
 * @param verdict one sentence, the last line of the text
 */
public record Diagnosis(List<Finding> findings, int problems, int warnings, String verdict) {

    /** The findings, counted. */
    public static Diagnosis of(List<Finding> findings) {
        int problems = count(findings, State.PROBLEM);
        int warnings = count(findings, State.WARNING);
        return new Diagnosis(List.copyOf(findings), problems, warnings, verdict(problems, warnings));
    }

    private static String verdict(int problems, int warnings) {
        if (problems + warnings == 0) {
            return "All is well.";
        }
        return (problems == 0 ? "All commands work" : "Not all works: " + Plural.of(problems, "problem"))
                + (warnings == 0 ? "" : ", with " + Plural.of(warnings, "warning")) + ".";
    }

    private static int count(List<Finding> findings, State state) {
        return (int)
                findings.stream().filter(finding -> finding.state() == state).count();
    }

    /** A finding on a line, and on the next what to do. */
    public static String line(Finding finding) {
        String sign = finding.state() == State.OK ? "ok" : finding.state().name();
        return "%-7s  %-17s  %s\n".formatted(sign, finding.subject(), Printable.of(finding.found()))
                + finding.advice()
                        .map(advice -> " ".repeat(28) + "-> " + Printable.of(advice) + "\n")
                        .orElse("");
    }
}
