package nn.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nn.Choice;
import nn.ShellWord;
import nn.data.DataDirectory;
import nn.exchange.fetch.Catalog;
import nn.exchange.fetch.Fetch;
import nn.exchange.fetch.PublishedSet;
import nn.report.FetchDisplay;
import nn.report.Terminal;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn data fetch}: gets a published data set. */
final class DataFetchCommand extends Command {

    private static final Path DATA = Path.of("data");
    private static final String DOWNLOADS = "downloads";

    private final Terminal terminal;
    private final Catalog catalog;
    private final Duration patience;
    private final PositionalParamSpec name = PositionalParamSpec.builder()
            .required(true)
            .index("0")
            .type(String.class)
            .paramLabel("NAME")
            .completionCandidates(() -> Catalog.published().names().iterator())
            .description("The data set; nn data list --sets lists them.")
            .build();

    private final Flag<Path> out = Flag.of(Path.class, "--out", "DIR", "The new directory (default: data/NAME).");
    private final Flag<URI> mirror = Flag.of(
                    URI.class, "--mirror", "URL", "Take the files from this address instead of the published ones.")
            .takes("an address such as http://localhost:8000/mnist/");

    private final CommonOptions common = new CommonOptions();

    DataFetchCommand(Terminal terminal) {
        this(terminal, Catalog.published(), Fetch.PATIENCE);
    }

    /** @param patience how long a server may be silent */
    DataFetchCommand(Terminal terminal, Catalog catalog, Duration patience) {
        super("Fetch a published data set.");
        this.terminal = terminal;
        this.catalog = catalog;
        this.patience = patience;
        examples("nn data fetch fashion-mnist");
        spec().addPositional(name);
        add(out, mirror, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description("%nGets " + Choice.of(catalog.names()).replace(" or ", " and ")
                        + ". The files are checked against the published checksums. A cut download is continued. Without a "
                        + "connection, the message says which files to put where.%n");
    }

    /** Where a set is put, and looked for, unless the user says otherwise. */
    static Path directoryOf(String name) {
        return DATA.resolve(name);
    }

    @Override
    public Integer call() {
        String wanted = name.getValue();
        PublishedSet set = catalog.find(wanted)
                .orElseThrow(
                        () -> usage("there is no data set '" + wanted + "'; choose " + Choice.of(catalog.names())));
        if (mirror.isGiven()) {
            String scheme = String.valueOf(mirror.value().getScheme());
            if (!scheme.equals("http") && !scheme.equals("https")
                    || mirror.value().getHost() == null) {
                throw usage("--mirror is '" + mirror.value() + "'; it must be an address with http or https");
            }
            set = set.from(mirror.value().toString());
        }
        Path directory = out.or(directoryOf(wanted));
        if (isThere(directory)) {
            terminal.out().println(directory + ": holds data already, so nothing is fetched");
            return 0;
        }
        Fetch fetch = new Fetch(
                set,
                directory.toAbsolutePath().normalize().resolveSibling(DOWNLOADS),
                patience,
                new FetchDisplay(terminal, common.quiet()));
        fetch.into(directory);
        terminal.out().println(directory);
        if (!common.quiet()) {
            fetch.kept()
                    .ifPresent(path -> terminal.say(path
                            + ": is kept for the other sets that come from it; remove it if you want none of them"));
            terminal.say("try: nn train --data " + ShellWord.of(out.isGiven() ? directory.toString() : wanted)
                    + (set.digits() && set.classes().isPresent() ? " --digits" : ""));
        }
        return 0;
    }

    private static boolean isThere(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        DataDirectory files = DataDirectory.of(directory);
        return files.hasTrain() && files.hasTest();
    }
}
