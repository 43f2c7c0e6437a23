package nn.serve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a form with files (RFC 7578), as a browser or {@code curl -F} sends it. */
final class Multipart {

    private static final int MOST_FIELDS = 16;
    private static final int MOST_HEADER = 4 << 10;
    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;.*\\bboundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile(
            "^content-disposition:\\s*form-data;(?:.*;)?\\s*name=\"([^\"]*)\"",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private Multipart() {}

    /** Whether a body of this type is such a form. */
    static boolean is(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * The fields by name; of several with a name, the first.
     *
     * @throws Refusal 400 if the body is no such form
     */
    static Map<String, byte[]> fields(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()) {
            throw wrong();
        }
        String told = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        byte[] line = ("\r\n--" + told).getBytes(StandardCharsets.ISO_8859_1);
        byte[] first = Arrays.copyOfRange(line, 2, line.length);
        Map<String, byte[]> fields = new LinkedHashMap<>();
        int at = indexOf(body, first, 0);
        if (at != 0) {
            throw wrong();
        }
        at += first.length;
        while (!isEnd(body, at)) {
            int head = indexOf(body, BLANK_LINE, at);
            int end = head < 0 ? -1 : indexOf(body, line, head + 2);
            if (end < 0 || head - at > MOST_HEADER || fields.size() == MOST_FIELDS) {
                throw wrong();
            }
            Matcher name = NAME.matcher(new String(body, at, head - at, StandardCharsets.UTF_8));
            if (!name.find()) {
                throw wrong();
            }
            int start = head + BLANK_LINE.length;
            fields.putIfAbsent(name.group(1), start > end ? new byte[0] : Arrays.copyOfRange(body, start, end));
            at = end + line.length;
        }
        return fields;
    }

    /** The last boundary ends with two hyphens. */
    private static boolean isEnd(byte[] body, int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private static Refusal wrong() {
        return new Refusal(400, "the body is no form of multipart/form-data; send the picture alone");
    }

    private static int indexOf(byte[] all, byte[] searched, int from) {
        for (int start = from; start <= all.length - searched.length; start++) {
            int i = 0;
            while (i < searched.length && all[start + i] == searched[i]) {
                i++;
            }
            if (i == searched.length) {
                return start;
            }
        }
        return -1;
    }
}
