package nn.exchange.fetch;

import static nn.exchange.fetch.MirrorServer.cut;
import static nn.exchange.fetch.MirrorServer.moved;
import static nn.exchange.fetch.MirrorServer.other;
import static nn.exchange.fetch.MirrorServer.page;
import static nn.exchange.fetch.MirrorServer.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.DataDirectory;
import nn.data.DataSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mirrors that answer, and mirrors that fail. */
class FetchTest {

    private static final String IMAGES = "train-images-idx3-ubyte.gz";
    private static final Map<String, byte[]> FILES = FakeSets.likeMnist();
    /** Nothing listens there. */
    private static final String NOBODY = "http://localhost:1/";

    @TempDir
    private Path scratch;

    private Path data;
    private Path downloads;
    private MirrorServer first;
    private MirrorServer second;
    private final List<String> troubles = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<String> received = new ArrayList<>();

    @BeforeEach
    void serve() {
        data = scratch.resolve("data");
        downloads = scratch.resolve("downloads").resolve("clothes");
        first = new MirrorServer(FILES);
        second = new MirrorServer(FILES);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private Fetch fetch(Duration patience, String... mirrors) {
        return new Fetch(FakeSets.clothes(mirrors), scratch.resolve("downloads"), patience, new FetchListener() {
            @Override
            public void received(String file, long bytes, long total) {
                received.add(file + " " + bytes + " of " + total);
            }

            @Override
            public void done(String file) {
                done.add(file);
            }

            @Override
            public void trouble(String message) {
                troubles.add(message);
            }
        });
    }

    private void fetch(String... mirrors) {
        fetch(Fetch.PATIENCE, mirrors).into(data);
    }

    private NnException refused(String... mirrors) {
        NnException refusal = assertThrows(NnException.class, () -> fetch(mirrors));
        assertFalse(Files.exists(data));
        assertTrue(refusal.getMessage().matches("[^\n]+; [^\n]+"), refusal.getMessage());
        return refusal;
    }

    private void assertFetched() throws IOException {
        DataSet train = DataDirectory.of(data).readTrain();
        assertEquals(List.of("hat", "coat", "sneaker", "bag"), train.classNames());
        byte[] image = new byte[16];
        train.readPixels(6, image);
        assertArrayEquals(FakeSets.image(6), image);
        assertEquals(FakeSets.TEST, DataDirectory.of(data).readTest().size());
        try (Stream<Path> files = Files.walk(scratch)) {
            assertEquals(
                    List.of(
                            "classes.tsv",
                            "t10k-images-idx3-ubyte.gz",
                            "t10k-labels-idx1-ubyte.gz",
                            IMAGES,
                            "train-labels-idx1-ubyte.gz"),
                    files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList(),
                    "nothing else is left");
        }
    }

    @Test
    void theFilesAreFetchedFromTheFirstMirror() throws IOException {
        fetch(first.address(), second.address());
        assertFetched();
        assertEquals(List.copyOf(FILES.keySet()), done);
        assertEquals(List.copyOf(FILES.keySet()), first.requests());
        assertEquals(List.of(), second.requests());
        assertEquals(List.of(), troubles);
        int size = FILES.get(IMAGES).length;
        assertTrue(received.contains(IMAGES + " " + size + " of " + size), received::toString);
    }

    @Test
    void aRedirectIsFollowed() throws IOException {
        first.first(IMAGES, moved());
        fetch(first.address());
        assertFetched();
        assertTrue(first.requests().contains("moved/" + IMAGES), first.requests()::toString);
    }

    @Test
    void aRedirectToItselfEnds() {
        MirrorServer.Answer loop = (request, file) -> {
            request.getResponseHeaders().set("Location", request.getRequestURI().toString());
            request.sendResponseHeaders(301, -1);
        };
        first.first(IMAGES, loop, loop, loop, loop, loop, loop, loop);
        fetch(first.address(), second.address());
        assertTrue(troubles.get(0).contains("it redirects more than 5 times"), troubles::toString);
    }

    @Test
    void aCutDownloadIsContinuedWhereItEnded() throws IOException {
        first.first(IMAGES, cut(), cut());
        fetch(first.address());
        assertFetched();
        int size = FILES.get(IMAGES).length;
        int half = size / 2;
        int more = half + (size - half) / 2;
        assertEquals(
                List.of(IMAGES, IMAGES + " bytes=" + half + "-", IMAGES + " bytes=" + more + "-"),
                first.requests().stream().filter(r -> r.startsWith(IMAGES)).toList());
    }

    @Test
    void anotherMirrorContinuesWhatOneBegan() throws IOException {
        first.first(IMAGES, cut(), page(503));
        fetch(first.address(), second.address());
        assertFetched();
        assertEquals(
                List.of(IMAGES + " bytes=" + FILES.get(IMAGES).length / 2 + "-"),
                second.requests().stream().filter(r -> r.startsWith(IMAGES)).toList());
    }

    @Test
    void aServerThatCannotContinueSendsAllAgain() throws IOException {
        first.first(IMAGES, cut(), whole());
        fetch(first.address());
        assertFetched();
    }

    @Test
    void anotherPartThanWasAskedForIsNotAppended() throws IOException {
        first.first(IMAGES, cut(), MirrorServer.beginning());
        fetch(first.address());
        assertFetched();
        assertTrue(troubles.get(1).contains("it sent another part than was asked for"), troubles::toString);
    }

    @Test
    void anEarlierDownloadIsContinued() throws IOException {
        Files.createDirectories(downloads);
        byte[] file = FILES.get(IMAGES);
        Files.write(downloads.resolve(IMAGES + ".part"), Arrays.copyOf(file, 10));
        fetch(first.address());
        assertFetched();
        assertTrue(first.requests().contains(IMAGES + " bytes=10-"), first.requests()::toString);
    }

    @Test
    void anEarlierDownloadOfOtherBytesIsDropped() throws IOException {
        Files.createDirectories(downloads);
        Files.write(downloads.resolve(IMAGES + ".part"), new byte[10]);
        Files.write(downloads.resolve("train-labels-idx1-ubyte.gz.part"), new byte[10_000]);
        fetch(first.address());
        assertFetched();
    }

    @Test
    void wrongBytesAreNotTaken() throws IOException {
        first.first(IMAGES, other(new byte[500]));
        fetch(first.address(), second.address());
        assertFetched();
        assertTrue(troubles.get(0).contains("its file is not the published one"), troubles::toString);
    }

    @Test
    void withoutTheRightBytesThereIsNoDataDirectory() {
        byte[] wrong = FILES.get(IMAGES).clone();
        wrong[wrong.length - 1]++;
        first.first(IMAGES, other(wrong));
        NnException refusal = refused(first.address());
        assertEquals(Kind.ENVIRONMENT, refusal.kind());
        assertTrue(refusal.getMessage().contains("its file is not the published one"), refusal.getMessage());
        assertFalse(Files.exists(downloads.resolve(IMAGES + ".part")));
    }

    @Test
    void webPagesAreNotTheFile() throws IOException {
        first.first(IMAGES, page(403)).first("train-labels-idx1-ubyte.gz", page(200));
        fetch(first.address(), second.address());
        assertFetched();
        assertTrue(troubles.get(0).endsWith("it answered 403"), troubles::toString);
        assertTrue(troubles.get(1).endsWith("it sent a web page instead of the file"), troubles::toString);
    }

    @Test
    void aSilentServerIsLeft() throws IOException {
        first.first(IMAGES, first.silent());
        fetch(Duration.ofMillis(200), first.address(), second.address()).into(data);
        assertFetched();
        assertTrue(troubles.get(0).endsWith("it does not answer"), troubles::toString);
    }

    @Test
    void withoutANetworkTheMessageSaysWhatToPutWhereAndThenItIsTaken() throws IOException {
        NnException refusal = refused(NOBODY);
        assertEquals(Kind.ENVIRONMENT, refusal.kind());
        assertTrue(
                refusal.getMessage().startsWith("clothes: cannot be fetched (" + NOBODY + ": "), refusal.getMessage());
        assertTrue(
                refusal.getMessage()
                        .endsWith("; try again, or put " + String.join(", ", FILES.keySet()) + " from " + NOBODY
                                + " into " + downloads + " and run this again"),
                refusal.getMessage());
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            Files.write(downloads.resolve(file.getKey()), file.getValue());
        }
        fetch(NOBODY);
        assertFetched();
    }

    @Test
    void aWrongFileThatTheUserPutThereIsNamed() throws IOException {
        Files.createDirectories(downloads);
        Path wrong = Files.writeString(downloads.resolve(IMAGES), "wrong");
        NnException refusal = refused(first.address());
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertEquals(
                wrong + ": is not the published file (its MD5 is 2bda2998d9b0ee197da142a0447f6725, not "
                        + FakeSets.md5(FILES.get(IMAGES)) + "); remove it",
                refusal.getMessage());
        assertTrue(Files.exists(wrong));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.createDirectories(data);
        Path own = Files.writeString(data.resolve("own.txt"), "mine");
        NnException refusal = assertThrows(NnException.class, () -> fetch(first.address()));
        assertEquals(Kind.ENVIRONMENT, refusal.kind());
        assertTrue(refusal.getMessage().startsWith(data + ": holds files already"), refusal.getMessage());
        assertEquals("mine", Files.readString(own));
        assertEquals(List.of(), first.requests());
    }

    @Test
    void twoAtOnceDoNotWriteTheSameFile() throws IOException {
        Files.createDirectories(downloads);
        try (FileChannel channel = FileChannel.open(
                downloads.resolve("t10k-images-idx3-ubyte.gz.part"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.lock();
            assertTrue(refused(first.address()).getMessage().contains("is being fetched by another nn"));
        }
    }
}
