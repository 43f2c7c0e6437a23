package nn.cli;

import nn.NnException;
import nn.NnException.Kind;
import nn.eval.Evaluation;
import nn.report.Report;
import picocli.CommandLine.ParameterException;

/** What accuracy a training must reach, if any. */
final class AccuracyDemand implements Flags {

    private final Flag<Double> least = Flag.of(
            Double.class,
            "--min-accuracy",
            "SHARE",
            "Exit with 6 if the test accuracy (without a test: validation accuracy) is lower, such as 0.98.");

    @Override
    public void addTo(Command command) {
        command.add(least);
    }

    /** Refuses a share that is none. */
    void check(Command command) {
        if (least.isGiven() && !(least.value() >= 0 && least.value() <= 1)) {
            throw command.usage("--min-accuracy is " + least.value() + "; it must be from 0 to 1, such as 0.98");
        }
    }

    /** Refuses a demand on a run that measures nothing. */
    void requireMeasurement(boolean measures, Command command) {
        if (least.isGiven() && !measures) {
            throw nothingMeasured(command);
        }
    }

    private static ParameterException nothingMeasured(Command command) {
        return command.usage(
                "--min-accuracy has nothing to judge without test and validation images; leave out --no-test or "
                        + "--validation 0");
    }

    /**
     * Compares a report with the demand.
     *
     * @throws NnException TARGET_MISSED if the report falls short
     */
    void demandOf(Report report, Command command) {
        if (!least.isGiven()) {
            return;
        }
        Evaluation measured = report.test().or(report::validation).orElseThrow(() -> nothingMeasured(command));
        if (measured.accuracy() < least.value()) {
            throw new NnException(
                    Kind.TARGET_MISSED,
                    "--min-accuracy: the accuracy %s is below %s; train longer, or demand less"
                            .formatted(measured.accuracy(), least.value()));
        }
    }
}
