package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import nn.exchange.fetch.Catalog;
import nn.exchange.fetch.FakeSets;
import nn.exchange.fetch.Fetch;
import nn.exchange.fetch.MirrorServer;
import nn.report.FetchDisplay;
import nn.report.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn data fetch} and the names of sets. */
class DataFetchTest {

    /** Nothing listens there. */
    private static final String NOBODY = "http://localhost:1/";

    @TempDir
    private Path scratch;

    private MirrorServer mirror;

    @BeforeEach
    void serve() {
        mirror = new MirrorServer(FakeSets.likeMnist());
    }

    @AfterEach
    void close() {
        mirror.close();
    }

    /** The command with a catalog of one small set, whose published mirror does not answer. */
    private static Function<Terminal, Command> command() {
        return terminal ->
                new DataFetchCommand(terminal, new Catalog(List.of(FakeSets.clothes(NOBODY))), Fetch.PATIENCE);
    }

    static Examples examples(Path scratch) {
        Examples fetch = new Examples("data fetch");
        fetch.shownBy("--out", DataFetchTest.class, "theSetIsTrainedOnAndItsNamesAreKept");
        fetch.shownBy("--mirror", DataFetchTest.class, "theSetIsTrainedOnAndItsNamesAreKept");
        fetch.shownBy("--quiet", DataFetchTest.class, "quietlyOnlyTheDirectoryIsPrinted");
        fetch.verbose(List.of(), "mnist");
        fetch.stacktrace("usps", "--mirror", NOBODY, "--quiet", "--out", scratch.resolve("nowhere"));
        return fetch;
    }

    @Test
    void theSetIsTrainedOnAndItsNamesAreKept() {
        Path data = scratch.resolve("clothes");
        Cli.Result fetched = Cli.run(command(), "clothes", "--out", data, "--mirror", mirror.address());
        assertEquals(data + "\n", fetched.printed());
        assertEquals(5, fetched.errorLines().size(), fetched::toString);
        fetched.lastLineNames("try: nn train --data " + data);
        assertFalse(Files.exists(scratch.resolve("downloads")));
        String trained = Trainings.train(
                        scratch.resolve("run"), "--data", data, "--no-detector", "--batch-size", 4, "--validation", 0)
                .printed();
        assertTrue(trained.contains("\nsneaker  "), trained);
        assertEquals(
                data + ": holds data already, so nothing is fetched\n",
                Cli.run(command(), "clothes", "--out", data).printed());
    }

    @Test
    void quietlyOnlyTheDirectoryIsPrinted() {
        Path data = scratch.resolve("clothes");
        Cli.Result fetched = Cli.run(command(), "clothes", "-q", "--out", data, "--mirror", mirror.address());
        assertEquals(new Cli.Result(0, data + "\n", ""), fetched);
    }

    @Test
    void withoutAConnectionTheMessageSaysWhatToDo() {
        Path data = scratch.resolve("usps");
        Cli.Result failed = Cli.run("data", "fetch", "usps", "--mirror", NOBODY, "--out", data);
        assertEquals(7, failed.exitCode());
        failed.lastLineNames("put usps.bz2, usps.t.bz2 from " + NOBODY + " into "
                + scratch.resolve("downloads").resolve("usps") + " and run this again");
        assertFalse(Files.exists(data));
    }

    @Test
    void wrongWordsAreUsageErrors() {
        Cli.run("data", "fetch").refuses(2, "no NAME given");
        Cli.run("data", "fetch", "mnits").refuses(2, "there is no data set 'mnits'; choose mnist, fashion-mnist");
        Cli.run("data", "fetch", "usps", "--mirror", "ftp://host/").refuses(2, "--mirror is 'ftp://host/'");
        Cli.run("data", "fetch", "usps", "--mirror", "a b").refuses(2, "--mirror is 'a b'", "it must be an address");
    }

    @Test
    void aNameOfASetIsItsDirectory() {
        assertTrue(Cli.run("data", "list", "--data", "mnist").printed().contains("60,000 images"));
        Cli.run("train", "--data", "kmnist", "--out", scratch.resolve("run"))
                .refuses(3, "kmnist: is not in " + Path.of("data", "kmnist") + " yet; run: nn data fetch kmnist");
    }

    @Test
    void onlyATerminalSeesTheBytesCome() {
        for (boolean animated : new boolean[] {true, false}) {
            StringWriter err = new StringWriter();
            FetchDisplay display = new FetchDisplay(
                    new Terminal(new PrintWriter(err), new PrintWriter(err), animated, false, false, 80), false);
            display.received("images.gz", 2_500_000, 10_000_000);
            assertEquals(animated, err.toString().contains("images.gz  2.5 of 10.0 MB   25 %"), err::toString);
            display.done("images.gz");
            assertTrue(err.toString().endsWith("nn: images.gz: fetched\n"), err::toString);
        }
    }
}
