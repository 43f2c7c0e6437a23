package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.serve.TrialServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs in {@code nn serve}: two finished ones, a link, and trainings. */
@Tag("process")
class ServedRunsTest {

    @TempDir
    private static Path scratch;

    private static Path runs;
    private static TrialServer server;

    @BeforeAll
    static void start() throws Exception {
        runs = scratch.resolve("runs");
        Trainings.train(runs.resolve("a <b>"), "--seed", 1).printed();
        Trainings.train(runs.resolve("c"), "--seed", 2).printed();
        Trainings.train(scratch.resolve("elsewhere")).printed();
        Files.createSymbolicLink(runs.resolve("link"), scratch.resolve("elsewhere"));
        Files.createDirectory(runs.resolve("empty"));
        server = TrialServer.in(scratch);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void finishedRunsAreListedWithTheirResults() {
        String page = get("/watch").body();
        assertTrue(page.contains("<a href=\"/report?run=a+%3Cb%3E\">a &lt;b&gt;</a>"), page);
        assertTrue(page.contains("%.2f\u00a0%%"
                .formatted(100
                        * Trainings.report(runs.resolve("c"))
                                .test()
                                .orElseThrow()
                                .accuracy())));
        assertFalse(page.contains("run=link") || page.contains("run=empty"), "a link leads elsewhere");
    }

    @Test
    void aReportIsServedAloneInASandbox() throws Exception {
        HttpResponse<String> report = get("/report?run=a+%3Cb%3E");
        assertEquals(Files.readString(runs.resolve("a <b>").resolve("report.html")), report.body());
        String policy = report.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;"), policy);
        assertTrue(policy.endsWith("sandbox"), policy);
        assertEquals(404, get("/report?run=link").statusCode());
        assertEquals(404, get("/report?run=../elsewhere").statusCode());
    }

    @Test
    void aReportThatIsALinkIsNotServed(@TempDir Path other) throws Exception {
        Path run = Files.createDirectories(other.resolve("runs").resolve("r"));
        Files.copy(runs.resolve("c").resolve("config.json"), run.resolve("config.json"));
        Files.createSymbolicLink(
                run.resolve("report.html"), scratch.resolve("elsewhere").resolve("report.html"));
        try (TrialServer own = TrialServer.in(other)) {
            HttpResponse<String> refused = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(own.url() + "/report?run=r"))
                                    .build(),
                            BodyHandlers.ofString());
            assertEquals(404, refused.statusCode());
        }
    }

    @Test
    void tickedRunsAreComparedAsNnReportDoes() throws Exception {
        Path file = scratch.resolve("comparison.html");
        Cli.run("report", runs.resolve("a <b>"), runs.resolve("c"), "--out", file)
                .printed();
        assertEquals(Files.readString(file), get("/compare?run=a+%3Cb%3E&run=c").body());
    }

    @Test
    void theModelOfARunCanBeChosen() {
        assertTrue(get("/api/model?model=c").body().contains("\"architecture\": \"784-16-10\""));
        assertEquals(404, get("/api/model?model=link").statusCode());
    }

    @Test
    void aTrainingIsSeenLiveAndItsProgressEndsWithIt() throws Exception {
        Path run = runs.resolve("live");
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/watch/events"))
                                .build(),
                        BodyHandlers.ofInputStream());
        assertEquals(
                "text/event-stream; charset=utf-8",
                stream.headers().firstValue("Content-Type").orElseThrow());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
                ChildNn training = ChildNn.start(
                        scratch, List.of(), Trainings.command(run, "--epochs", 100_000, "--no-detector"))) {
            await(events, "event: trainings", "<h3>live</h3>", "of 100,000", "Images per second");
            await(events, "event: curves", "<svg");
            training.signal("TERM");
            training.result();
            await(events, "event: trainings", "No training is running");
        }
        assertTrue(Files.exists(run.resolve("progress.json")), "the stopped run keeps its last progress");
        Trainings.train(run, "--force").printed();
        assertFalse(Files.exists(run.resolve("progress.json")));
    }

    /** Reads on until these texts have come, in this order. */
    private static void await(BufferedReader events, String... texts) throws Exception {
        for (String text : texts) {
            for (String line = ""; !line.contains(text); ) {
                line = events.readLine();
                assertTrue(line != null, () -> "the stream ended before " + text);
            }
        }
    }
}
