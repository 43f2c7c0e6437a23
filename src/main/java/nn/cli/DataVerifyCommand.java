package nn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.DataDirectory;
import nn.data.FileDigest;
import nn.report.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nn data verify}: whether the files are whole, and whether they are MNIST's. */
@Command(name = "verify", sortOptions = false, abbreviateSynopsis = true,
        header = "Read the files to their ends and compare them with MNIST's.",
        description = "%nA line for each file: SHA-256 of its unpacked content, its entries, whether it is MNIST's, its name.%n")
final class DataVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DataOption data;

    @Mixin
    private CommonOptions common;

    DataVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DataDirectory directory = DataOption.open(data.path(), terminal);
        List<Path> files = directory.files();
        if (files.isEmpty()) {
            throw NnException.of(Kind.BAD_INPUT, data.path(), "has no files of MNIST's names", "give a directory with IDX files");
        }
        for (Path file : files) {
            FileDigest digest = FileDigest.read(file);
            terminal.out().println(String.format(Locale.ROOT, "%s  %6d  %-9s  %s", digest.sha256(), digest.count(),
                    digest.mnist() ? "MNIST" : "not MNIST", file.getFileName()));
            terminal.out().flush();
        }
        return 0;
    }
}
