package nn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nn.image.GrayPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's two questions: a first answer at once, and the whole one where that is not the last. */
class FirstAnswerTest {

    @Test
    void theFirstAnswerIsTheLastWhereItIsSure(@TempDir Path scratch) {
        try (TrialServer server = TrialServer.in(scratch)) {
            byte[] digit = PageServerTest.digit(0);
            HttpResponse<String> first = ask(server, "/?part=1&first=1", digit);
            assertEquals("true", first.headers().firstValue("Nn-Last").orElseThrow());
            assertEquals(ask(server, "/?part=1", digit).body(), first.body());
            assertTrue(first.body().startsWith("<p class=\"summary\">"), first::body);
        }
    }

    @Test
    void aDoubtfulPictureIsSearchedAfterwards(@TempDir Path scratch) {
        try (TrialServer server = TrialServer.in(scratch)) {
            byte[] bar = new byte[100 * 100];
            for (int i = 0; i < bar.length; i++) {
                bar[i] = (byte) (Math.abs(i / 100 - 50) < 4 && Math.abs(i % 100 - 50) < 30 ? 0 : 255);
            }
            byte[] picture = GrayPng.encode(bar, 100, 100);
            HttpResponse<String> first = ask(server, "/?part=1&first=1", picture);
            assertEquals("false", first.headers().firstValue("Nn-Last").orElseThrow());
            assertNotEquals(ask(server, "/?part=1", picture).body(), first.body());
        }
    }

    private static HttpResponse<String> ask(TrialServer server, String path, byte[] picture) {
        byte[] head = "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"picture\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
        return server.send(server.request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArrays(List.of(head, picture, tail))));
    }
}
