package nn.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nn.pictures.LabeledPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    @Test
    void savedPicturesAreTheLabeledPicturesOfTheirDirectory(@TempDir Path scratch) throws Exception {
        try (TrialServer server = TrialServer.in(scratch)) {
            HttpResponse<String> saved = server.post("/api/examples?label=7", PageServerTest.digit(0));
            assertEquals(201, saved.statusCode(), saved::body);
            Path file = Path.of(TrialServer.json(saved).get("file").asText());
            assertArrayEquals(PageServerTest.digit(0), Files.readAllBytes(file));
            server.post("/api/examples?label=7", PageServerTest.digit(0));
            server.post("/api/examples?label=-", PageServerTest.digit(1));
            List<LabeledPictures.Item> items = LabeledPictures.in(scratch.resolve("examples"), CLASSES, warning -> {});
            assertEquals(
                    List.of("7", "-"),
                    items.stream().map(LabeledPictures.Item::label).toList());
            assertEquals(file, items.get(0).file());
        }
    }

    @Test
    void unknownLabelsAndUnreadablePicturesAreNotSaved(@TempDir Path scratch) {
        try (TrialServer server = TrialServer.in(scratch)) {
            for (String label : List.of("", "10", "..", "..%2f7", "7%00", "7/")) {
                assertEquals(
                        400,
                        server.post("/api/examples?label=" + label, PageServerTest.digit(0))
                                .statusCode(),
                        label);
            }
            assertEquals(
                    422,
                    server.post("/api/examples?label=7", new byte[] {1, 2, 3}).statusCode());
            assertFalse(Files.exists(scratch.resolve("examples")));
        }
    }
}
