package nn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.image.GrayPng;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {

    private static final DataSet DIGITS =
            DataDirectory.of(Path.of("data", "mnist")).readTest().range(0, 10);

    @TempDir
    private static Path scratch;

    private static TrialServer server;

    @BeforeAll
    static void start() {
        server = TrialServer.in(scratch);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @AfterEach
    void nothingFailedInside() {
        assertEquals(List.of(), server.messages());
    }

    /** A test digit as a PNG, dark on light. */
    static byte[] digit(int example) {
        byte[] samples = new byte[DIGITS.pixelsPerImage()];
        DIGITS.readPixels(example, samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
        return GrayPng.encode(samples, DIGITS.rows(), DIGITS.columns());
    }

    static int label(int example) {
        return DIGITS.label(example);
    }

    @Test
    void picturesAreAnswered() {
        for (int example = 0; example < DIGITS.size(); example++) {
            HttpResponse<String> response = server.post("/api/predict", digit(example));
            assertEquals(200, response.statusCode());
            JsonNode prediction = TrialServer.json(response).get("predictions").get(0);
            assertEquals(label(example), prediction.get("digit").asInt());
        }
    }

    @Test
    void aFormWithThePictureIsAnsweredLikeThePictureAlone() {
        byte[] head = "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> form = server.send(server.request("/api/predict")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArrays(List.of(head, digit(3), tail))));
        assertEquals(server.post("/api/predict", digit(3)).body(), form.body());
    }

    @Test
    void whatIsNoPictureIsUnprocessable() {
        for (byte[] body : List.of(new byte[0], "hello".getBytes(StandardCharsets.US_ASCII))) {
            HttpResponse<String> response = server.post("/api/predict", body);
            assertEquals(422, response.statusCode());
            JsonNode prediction = TrialServer.json(response).get("predictions").get(0);
            assertTrue(prediction.get("digit").isNull());
            assertTrue(prediction.get("error").asText().startsWith("picture: is "), response::body);
        }
    }

    @Test
    void aPictureWithoutADigitIsAnAnswer() {
        byte[] paper = new byte[100 * 100];
        java.util.Arrays.fill(paper, (byte) 255);
        HttpResponse<String> response = server.post("/api/predict", GrayPng.encode(paper, 100, 100));
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("no ink found"), response::body);
    }

    @Test
    void tooLongABodyIsRefusedByItsLength() {
        HttpResponse<String> response = server.post("/api/predict", new byte[(20 << 20) + 1]);
        assertEquals(413, response.statusCode());
        assertTrue(response.body().contains("20 MB"));
    }

    @Test
    void theModelIsDescribed() {
        JsonNode model = TrialServer.json(server.get("/api/model"));
        assertEquals("standard", model.get("name").asText());
        assertEquals(1_462_282, model.get("parameters").asInt());
        assertEquals("[\"standard\",\"shipped\"]", model.get("choices").toString());
        assertEquals(
                model.get("parameters"),
                TrialServer.json(server.get("/api/model?model=shipped")).get("parameters"));
        assertEquals(
                "ok", TrialServer.json(server.get("/api/health")).get("status").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/api/predict, 405",
        "/api/model?model=../model, 404",
        "/report?run=.., 404",
        "/report?run=../examples, 404",
        "/report, 404",
        "/compare?run=a, 400",
        "/compare?run=a&run=b, 404",
        "/learn?lesson=../descent, 404",
        "/draw.js/../../page.properties, 404",
        "/page.properties, 404",
        "/%2e%2e/%2e%2e/etc/passwd, 404",
        "/..%2f..%2fetc%2fpasswd, 404"
    })
    void whatIsNotServedIsRefused(String path, int status) {
        HttpResponse<String> response = server.get(path);
        assertEquals(status, response.statusCode(), response::body);
        assertFalse(TrialServer.json(response).get("error").asText().isEmpty());
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        assertEquals(
                "POST", server.get("/api/predict").headers().firstValue("Allow").orElseThrow());
        HttpResponse<String> deleted = server.send(server.request("/api/health").DELETE());
        assertEquals("GET, HEAD", deleted.headers().firstValue("Allow").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/watch", "/learn", "/style.css", "/draw.js", "/api/health"})
    void headHasTheHeadersOfGetAndNoBody(String path) {
        HttpResponse<String> got = server.get(path);
        HttpResponse<String> head = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(got.headers().firstValue("Content-Length"), head.headers().firstValue("Content-Length"));
        assertEquals(got.headers().firstValue("Content-Type"), head.headers().firstValue("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/watch", "/learn"})
    void pagesAllowNoForeignResourceAndNoScriptWithin(String path) {
        HttpResponse<String> page = server.get(path);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertFalse(page.body().contains(" style="), "styles stand in the style sheet");
        assertFalse(page.body().contains("{{"), "no place is left empty");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, zh", "'zh;q=0.5, en;q=0.9', en", "'de, zh;q=0.3', zh", "de, en", "';;;', en"})
    void theLanguageIsTheBrowsers(String accepted, String language) {
        String page = server.send(server.request("/").header("Accept-Language", accepted))
                .body();
        assertTrue(page.contains("<html lang=\"" + language + "\">"), page);
    }

    @Test
    void aChosenLanguageGoesBeforeTheBrowsers() {
        HttpResponse<String> chosen = server.send(server.request("/?lang=zh").header("Accept-Language", "en"));
        assertTrue(chosen.body().contains("<html lang=\"zh\">"));
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        assertTrue(server.send(server.request("/watch").header("Cookie", "a=b; " + cookie))
                .body()
                .contains("<html lang=\"zh\">"));
    }

    @Test
    void thePageWorksAsAFormWithoutAScript() {
        byte[] form = ("--x\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nshipped\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
        String page = server.send(server.request("/")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .header("Origin", server.url())
                        .POST(BodyPublishers.ofByteArrays(List.of(form, digit(0), tail))))
                .body();
        assertTrue(page.contains("<b class=\"digit\">" + label(0) + "</b>"), page);
        assertTrue(page.contains("<option value=\"shipped\" selected=\"selected\">"), page);
        assertTrue(page.contains("enctype=\"multipart/form-data\""));
    }
}
