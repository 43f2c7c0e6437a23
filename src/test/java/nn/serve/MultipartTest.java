package nn.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=\"b b\"";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void fieldsAreFoundByNameWithTheirBytes() {
        Map<String, byte[]> fields = Multipart.fields(
                TYPE,
                bytes("--b b\r\nContent-Disposition: form-data; name=\"label\"\r\n\r\n7\r\n"
                        + "--b b\r\ncontent-type: image/png\r\ncontent-disposition: form-data; filename=\"name=x\"; name=\"picture\"\r\n\r\n"
                        + "\r\n--b\0\u00ff\r\n\r\n--b b--\r\n"));
        assertEquals(Set.of("label", "picture"), fields.keySet());
        assertArrayEquals(bytes("7"), fields.get("label"));
        assertArrayEquals(bytes("\r\n--b\0\u00ff\r\n"), fields.get("picture"));
    }

    @Test
    void anEmptyFieldIsEmpty() {
        Map<String, byte[]> fields = Multipart.fields(
                TYPE, bytes("--b b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--b b--\r\n"));
        assertEquals(0, fields.get("a").length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b b",
                "--b b\r\n",
                "x--b b\r\n\r\n\r\n--b b--",
                "--b b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b b--",
                "--b b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
                "--b b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b b"
            })
    void aBrokenFormIsRefused(String body) {
        assertEquals(
                400,
                assertThrows(Refusal.class, () -> Multipart.fields(TYPE, bytes(body)))
                        .status());
    }

    @Test
    void aFormOfVeryManyFieldsIsRefused() {
        String field = "--b b\r\nContent-Disposition: form-data; name=\"%d\"\r\n\r\nx\r\n";
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            body.append(field.formatted(i));
        }
        assertThrows(Refusal.class, () -> Multipart.fields(TYPE, bytes(body + "--b b--")));
    }
}
