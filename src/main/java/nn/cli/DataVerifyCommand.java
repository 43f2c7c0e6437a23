package nn.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.DataDirectory;
import nn.data.FileDigest;
import nn.json.Json;
import nn.report.DataText;
import nn.report.DataVerification;
import nn.report.DataVerification.Row;
import nn.report.DataVerification.State;
import nn.report.Terminal;

/** {@code nn data verify}: whether the files are complete, and whether they are MNIST's. */
final class DataVerifyCommand extends Command {

    private final Terminal terminal;
    private final DataOption data = new DataOption();
    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text.");
    private final CommonOptions common = new CommonOptions();

    DataVerifyCommand(Terminal terminal) {
        super("Read the files to their ends and compare them with MNIST's.");
        this.terminal = terminal;
        examples("nn data verify");
        add(data, json, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nA line for each file: SHA-256 of its unpacked content, its entries, what it is, its name. It is "
                                + "MNIST, unknown (complete, but of no data set that nn knows), changed (named and sized as MNIST's file, "
                                + "beside others that are MNIST's) or damaged. The exit code is 3 if a file is changed or damaged, or if "
                                + "a training could not use them.%n");
    }

    @Override
    public Integer call() {
        DataDirectory directory = data.open(common, terminal);
        directory.requireThere();
        List<Path> files = directory.files();
        if (files.isEmpty()) {
            throw NnException.of(Kind.BAD_INPUT, data.path(), "has no files of MNIST's names", directory.advice());
        }
        files.forEach(file -> common.noteFile(terminal, file));
        List<Row> rows = verified(files);
        List<String> problems =
                rows.stream().flatMap(row -> row.problem().stream()).toList();
        Optional<String> unpaired = problems.isEmpty() ? unpaired(directory) : Optional.empty();
        DataVerification result = new DataVerification(data.path().toString(), rows, unpaired);
        terminal.out().print(json.isOn() ? Json.pretty(result) : DataText.of(result));
        terminal.out().flush();
        problems.forEach(terminal::say);
        unpaired.ifPresent(terminal::say);
        return problems.isEmpty() && unpaired.isEmpty() ? 0 : Kind.BAD_INPUT.exitCode();
    }

    private static Optional<String> unpaired(DataDirectory directory) {
        try {
            directory.requireUsable();
            return Optional.empty();
        } catch (NnException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static List<Row> verified(List<Path> files) {
        Map<Path, FileDigest> whole = new HashMap<>();
        Map<Path, String> problems = new HashMap<>();
        for (Path file : files) {
            try {
                whole.put(file, FileDigest.read(file));
            } catch (NnException e) {
                problems.put(file, e.getMessage());
            }
        }
        boolean beside = whole.values().stream().anyMatch(FileDigest::mnist);
        return files.stream()
                .map(file -> whole.containsKey(file)
                        ? row(whole.get(file), beside)
                        : new Row(name(file), State.DAMAGED, 0, Optional.empty(), Optional.of(problems.get(file))))
                .toList();
    }

    /**
     * The verdict on a complete file. Other data sets have files with MNIST's names and sizes.
     *
     * @param besideMnist whether the directory has a file of MNIST; only then can another be a changed file of MNIST
     */
    private static Row row(FileDigest digest, boolean besideMnist) {
        State state = digest.mnist() ? State.MNIST : besideMnist && digest.likeMnist() ? State.CHANGED : State.UNKNOWN;
        Optional<String> problem = state != State.CHANGED
                ? Optional.empty()
                : Optional.of(
                        digest.file()
                                + ": is not MNIST's file of this name, but others here are MNIST's; download it again, or keep other data in another directory");
        return new Row(name(digest.file()), state, digest.count(), Optional.of(digest.sha256()), problem);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
