package nn.image.decode;

import java.util.Arrays;
import java.util.Base64;

/** A picture as text: a data URL (RFC 2397) or only its base64 (RFC 4648), as web pages and services hand it on. */
final class Base64Text {

    private static final int LONGEST_DATA_URL_HEADER = 200;

    private static final byte END = 0;
    private static final byte BLANK = 1;
    private static final byte OTHER = 2;

    private Base64Text() {}

    /**
     * The bytes of the picture if the file is such a text, otherwise the file itself. A data URL may hold anything else, too. The
     * beginning of a file is enough for the beginning of its picture.
     */
    static byte[] decoded(byte[] file) {
        int start = ImageFormat.starts(file, 0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (start < file.length && (file[start] == '"' || file[start] == '\'' || meaning(file[start]) == BLANK)) {
            start++;
        }
        int data = ImageFormat.starts(file, start, "data:") ? behindHeader(file, start) : start;
        byte[] letters = letters(file, data);
        if (data < 0 || letters.length < 16) {
            return file;
        }
        byte[] decoded = Base64.getDecoder().decode(letters);
        return data > start || isPicture(decoded) ? decoded : file;
    }

    /** Where the data of a data URL begin; -1 if they are not base64. */
    private static int behindHeader(byte[] file, int start) {
        int limit = Math.min(file.length, start + LONGEST_DATA_URL_HEADER);
        for (int i = start; i < limit; i++) {
            if (file[i] == ',') {
                return ImageFormat.starts(file, i - 7, ";base64") ? i + 1 : -1;
            }
        }
        return -1;
    }

    /** The letters of base64 from there to the end, without blanks; none if the text is not base64. */
    private static byte[] letters(byte[] file, int from) {
        if (from < 0 || !startsWithLetters(file, from)) {
            return new byte[0];
        }
        byte[] letters = new byte[file.length - from];
        int count = 0;
        for (int i = from; i < file.length; i++) {
            byte meaning = meaning(file[i]);
            if (meaning == END) {
                break;
            } else if (meaning == OTHER) {
                return new byte[0];
            } else if (meaning != BLANK) {
                letters[count++] = meaning;
            }
        }
        // A single letter at the end says nothing: the text is cut, and its picture will be found so.
        return Arrays.copyOf(letters, count % 4 == 1 ? count - 1 : count);
    }

    /** Sees that no memory is taken for what is not base64. */
    private static boolean startsWithLetters(byte[] file, int from) {
        for (int i = from; i < Math.min(file.length, from + 16); i++) {
            if (meaning(file[i]) == OTHER) {
                return false;
            }
        }
        return true;
    }

    /** The letter of base64 that stands for the byte, the one of web addresses made the usual one; or what else it is. */
    private static byte meaning(byte c) {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/') {
            return c;
        }
        return switch (c) {
            case '-' -> '+';
            case '_' -> '/';
            case '=', '"', '\'', '%' -> END; // padding, written %3D in some addresses, or the end of a quoted text
            case ' ', '\t', '\r', '\n' -> BLANK;
            default -> OTHER;
        };
    }

    private static boolean isPicture(byte[] bytes) {
        try {
            ImageFormat.of(bytes);
            return true;
        } catch (ForeignFile e) {
            return false;
        }
    }
}
