package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.exchange.fetch.Catalog;
import nn.json.Json;
import nn.report.DataSummary;
import nn.report.DataText;
import nn.report.FetchableSets;
import nn.report.Terminal;

/** {@code nn data list}: the content of a data directory. */
final class DataListCommand extends Command {

    private final Terminal terminal;
    private final DataOption data = new DataOption();
    private final Flag<Boolean> sets =
            Flag.on("--sets", "Show instead which data sets nn data fetch gets, and where those are that it got.");
    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text.");
    private final CommonOptions common = new CommonOptions();

    DataListCommand(Terminal terminal) {
        super("Show what a data directory holds.");
        this.terminal = terminal;
        examples("nn data list --data my-data");
        add(data, sets, json, common);
        spec().usageMessage().abbreviateSynopsis(true);
    }

    @Override
    public Integer call() {
        if (sets.isOn()) {
            listSets();
            return 0;
        }
        Path path = data.path();
        DataDirectory files = data.open(common, terminal);
        files.requireThere();
        files.files().forEach(file -> common.noteFile(terminal, file));
        Optional<DataSummary.Split> train = files.hasTrain() ? Optional.of(split(files.readTrain())) : Optional.empty();
        Optional<DataSummary.Split> test = files.hasTest() ? Optional.of(split(files.readTest())) : Optional.empty();
        if (train.isEmpty() && test.isEmpty()) {
            throw NnException.of(Kind.BAD_INPUT, path, "has no images of MNIST's names", files.advice());
        }
        DataSummary content = new DataSummary(path.toString(), train, test);
        terminal.out().print(json.isOn() ? Json.pretty(content) : DataText.of(content));
        return 0;
    }

    private void listSets() {
        if (data.isNamed()) {
            throw usage("--data and --sets exclude each other");
        }
        FetchableSets list = new FetchableSets(Catalog.published().sets().stream()
                .map(set -> new FetchableSets.Row(
                        set.name(),
                        set.title(),
                        Optional.of(DataFetchCommand.directoryOf(set.name()))
                                .filter(Files::isDirectory)
                                .map(Path::toString)))
                .toList());
        terminal.out().print(json.isOn() ? Json.pretty(list) : DataText.of(list));
    }

    private static DataSummary.Split split(DataSet examples) {
        int[] counts = new int[examples.classes()];
        for (int example = 0; example < examples.size(); example++) {
            counts[examples.label(example)]++;
        }
        List<Integer> perClass = new ArrayList<>();
        for (int count : counts) {
            perClass.add(count);
        }
        return new DataSummary.Split(
                examples.size(),
                examples.rows(),
                examples.columns(),
                examples.classes(),
                perClass,
                examples.classNames());
    }
}
