package nn.cli;

import nn.report.Terminal;

/** {@code nn bench}: measures this machine and this program. */
final class BenchCommand extends Command {

    static final String HEADER = "Measure how fast it works here.";

    BenchCommand(Terminal terminal) {
        super(HEADER);
        examples("nn bench train");
        add(new CommonOptions());
        spec().usageMessage().synopsisSubcommandLabel("WHAT");
        spec().addSubcommand("gemm", new BenchGemmCommand(terminal).spec())
                .addSubcommand("train", new BenchTrainCommand(terminal).spec())
                .addSubcommand("predict", new BenchPredictCommand(terminal).spec())
                .addSubcommand("accuracy", new BenchAccuracyCommand(terminal).spec())
                .addSubcommand("startup", new BenchStartupCommand(terminal).spec());
    }

    @Override
    public Integer call() {
        throw noSubcommand();
    }
}
