package nn.image.decode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The kinds of picture that are read, told by a file's first bytes, never by its name. */
enum ImageFormat {
    PNG,
    JPEG,
    GIF,
    BMP,
    TIFF,
    WEBP;

    static final String READABLE = "give a PNG, JPEG, GIF, BMP, TIFF or WebP picture";

    /**
     * @throws NotAPicture when the bytes are none of these; it says what they are instead
     */
    static ImageFormat of(byte[] file) throws NotAPicture {
        if (starts(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        } else if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (starts(file, 0, "GIF87a") || starts(file, 0, "GIF89a")) {
            return GIF;
        } else if (starts(file, 0, "BM") && file.length >= 26) {
            return BMP;
        } else if (starts(file, 0, "II*\0") || starts(file, 0, "MM\0*")) {
            return TIFF;
        } else if (starts(file, 0, "RIFF") && starts(file, 8, "WEBP")) {
            return WEBP;
        }
        throw new NotAPicture(nameOfOther(file));
    }

    private static String nameOfOther(byte[] file) {
        String text = new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1);
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("version https://git-lfs")) {
            return "a git-LFS pointer, not the picture itself (git lfs pull fetches it)";
        } else if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.contains("<html")) {
            return "an HTML page, perhaps of a failed download";
        } else if (lower.contains("<svg")) {
            return "an SVG drawing";
        } else if (lower.startsWith("<?xml")) {
            return "an XML file";
        } else if (lower.startsWith("%pdf")) {
            return "a PDF document";
        } else if (starts(file, 4, "ftyp")) {
            return starts(file, 8, "avif")
                    ? "an AVIF picture, which is not read"
                    : "a HEIC picture or a video, which are not read";
        } else if (starts(file, 0, "\0\0\u0008") && file.length > 3 && file[3] >= 1 && file[3] <= 4) {
            return "an IDX data file";
        } else if (starts(file, 0, "\u001f\u008b")) {
            return "a gzip file";
        } else if (starts(file, 0, "PK\u0003\u0004")) {
            return "a zip file";
        } else if (starts(file, 1, "PNG") || starts(file, 0, "\u0089NG") || lower.startsWith("png\n")) {
            return "a PNG whose first bytes are damaged, perhaps by a transfer as text";
        } else if (starts(file, 0, "MZ") || starts(file, 0, "\u007fELF")) {
            return "a program";
        } else if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t')) {
            return "a text file";
        }
        return "no picture";
    }

    private static boolean starts(byte[] file, int from, String bytes) {
        if (file.length < from + bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((file[from + i] & 0xff) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The file is something else; the message says what, as a noun phrase. */
    static final class NotAPicture extends Exception {

        private static final long serialVersionUID = 1L;

        NotAPicture(String what) {
            super(what);
        }
    }
}
