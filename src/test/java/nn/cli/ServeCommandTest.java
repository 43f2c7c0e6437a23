package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nn.serve.TrialServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn serve} as a process. */
@Tag("process")
class ServeCommandTest {

    private static final Path MODEL = TrialServer.MODEL.toAbsolutePath();
    private static final Pattern CURL = Pattern.compile("^    (curl .*)$", Pattern.MULTILINE);

    @TempDir
    private Path scratch;

    @Test
    void itServesWhatItsFlagsSayAndEndsBySigterm() throws Exception {
        Path run = scratch.resolve("my runs").resolve("first run");
        Trainings.train(run).printed();
        Path picture = Files.write(scratch.resolve("digit.png"), SmallMnist.testPng(0));
        Path log = scratch.resolve("classes.log");
        try (ChildNn serve = ChildNn.start(
                scratch,
                List.of("-Xlog:class+load:file=" + log),
                "serve",
                "--port",
                0,
                "--model",
                MODEL,
                "--runs",
                run.getParent(),
                "--examples",
                scratch.resolve("mine"))) {
            serve.await(() -> serve.printed().contains("Ctrl-C"));
            assertTrue(
                    serve.printed().matches("http://127\\.0\\.0\\.1:[0-9]+/   \\(Ctrl-C ends it\\)\n"),
                    serve.printed());
            String url = serve.printed().replaceFirst("/ .*\n", "");
            assertEquals(document("predict", picture), answered(url, "predict", picture));
            assertEquals(document("read", picture), answered(url, "read", picture));
            assertFalse(Files.readString(log).contains(" org.nd4j."), "an answer needs no tensor library");
            assertTrue(send(HttpRequest.newBuilder(URI.create(url + "/watch"))).contains("/report?run=first+run"));
            String report = send(HttpRequest.newBuilder(URI.create(url + "/report?run=first+run")));
            assertEquals(Files.readString(run.resolve("report.html")), report);
            for (int example = 0; example < 2; example++) {
                send(HttpRequest.newBuilder(URI.create(url + "/api/examples?label=" + SmallMnist.testLabel(example)))
                        .POST(BodyPublishers.ofByteArray(SmallMnist.testPng(example))));
            }
            Path examples = scratch.resolve("mine");
            assertTrue(Cli.run("eval", "--images", examples, "--model", MODEL)
                    .printed()
                    .contains("2 of 2 right"));
            Cli.run("data", "convert", examples, "--out", scratch.resolve("data"))
                    .printed();
            serve.signal("TERM");
            Cli.Result result = serve.result();
            assertEquals(143, result.exitCode());
            assertEquals("", result.err());
        }
    }

    /** What a command prints with {@code --json}, without the file's name. */
    private static JsonNode document(String command, Path picture) {
        return withoutFile(Cli.run(command, "--json", "--model", MODEL, picture).json());
    }

    private static JsonNode answered(String url, String command, Path picture) throws Exception {
        return withoutFile(new ObjectMapper()
                .readTree(send(HttpRequest.newBuilder(URI.create(url + "/api/" + command))
                        .POST(BodyPublishers.ofFile(picture)))));
    }

    private static JsonNode withoutFile(JsonNode document) {
        ((ObjectNode) document.findParent("file")).remove("file");
        return document;
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void aServerForOthersWarns() throws Exception {
        try (ChildNn serve =
                ChildNn.start(scratch, List.of(), "serve", "--host", "0.0.0.0", "--port", 0, "--model", MODEL)) {
            serve.await(() -> serve.printed().contains("Ctrl-C"));
            assertTrue(serve.printed().startsWith("http://0.0.0.0:"), serve.printed());
            assertTrue(serve.said("nn: warning: everyone who can reach this machine"));
            serve.signal("INT");
            assertEquals(130, serve.result().exitCode());
        }
    }

    @Test
    void aTakenPortIsSaidWithAnotherOneToTake() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            Cli.Result refused = Cli.run("serve", "--port", port, "--model", MODEL);
            refused.refuses(7, "port " + port, "in use");
            assertTrue(refused.err().matches("(?s).*give another one: --port [0-9]+\n"), refused::err);
        }
    }

    @Test
    void aForeignAddressIsRefused() {
        Cli.run("serve", "--port", 0, "--host", "192.0.2.1", "--model", MODEL).refuses(7, "--host 192.0.2.1");
        Cli.run("serve", "--port", 0, "--host", "no such name", "--model", MODEL)
                .refuses(7, "--host no such name");
    }

    @Test
    void aMissingModelIsSaidBeforeAnythingIsServed() {
        Cli.run("serve", "--port", 0, "--model", scratch.resolve("missing")).refuses(4, "missing", "does not exist");
    }

    /** The page of the API tells what works. */
    @Test
    void theExamplesOfTheDocumentationRun() throws Exception {
        assumeTrue(new File("/usr/bin/curl").canExecute(), "skipped: no curl");
        Files.write(scratch.resolve("digit.png"), SmallMnist.testPng(0));
        List<String> examples = CURL.matcher(Files.readString(Path.of("src/site/markdown/api.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertTrue(examples.size() >= 6, () -> "only " + examples);
        try (TrialServer server = TrialServer.in(scratch)) {
            for (String example : examples) {
                Process shell = new ProcessBuilder("sh", "-c", example.replace("http://127.0.0.1:8484", server.url()))
                        .directory(scratch.toFile())
                        .redirectErrorStream(true)
                        .start();
                String output = new String(shell.getInputStream().readAllBytes());
                assertTrue(shell.waitFor(60, TimeUnit.SECONDS), example);
                assertEquals(0, shell.exitValue(), () -> example + ": " + output);
                assertFalse(output.contains("\"error\""), () -> example + ": " + output);
            }
        }
    }
}
