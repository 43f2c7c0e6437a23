package nn.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code summary}: prints the table of a sweep for people. It needs no Spark. */
@Command(
        name = "summary",
        mixinStandardHelpOptions = true,
        description = "Print the table of a sweep in Markdown, the fewest validation errors first.")
final class SummaryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "The sweep.tsv of train --sweep.")
    private Path table;

    @Override
    public Integer call() throws IOException {
        spec.commandLine()
                .getOut()
                .print(SweepTable.of(table.toString(), Files.readAllLines(table))
                        .summary());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
