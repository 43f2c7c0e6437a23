package nn.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import nn.NnException;

/**
 * Recognizes from its first bytes what a file is that should be IDX but is not, so that the message can say what to do.
 *
 * @param whatIsWrong the end of a sentence that starts with the file's name
 * @param whatToDo    an instruction
 */
record ForeignFormat(String whatIsWrong, String whatToDo) {

    /** Recognizes a format from the first four bytes of a file and some bytes after them. */
    static ForeignFormat of(byte[] magic, byte[] following) {
        String start =
                new String(magic, StandardCharsets.ISO_8859_1) + new String(following, StandardCharsets.ISO_8859_1);
        if (start.isEmpty()) {
            return new ForeignFormat("is empty", "get the file again");
        }
        if (start.startsWith("\0\0\0\0") || start.chars().allMatch(c -> c == 0)) {
            return new ForeignFormat("starts with zeros, not with an IDX header", "get the file again");
        }
        if (start.startsWith("version https://git-lfs")) {
            return new ForeignFormat("is a git-LFS pointer, not the data itself", "run 'git lfs pull'");
        }
        if (start.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html|head|\\?xml|body).*")) {
            return new ForeignFormat(
                    "is a web page, not IDX data", "download the file again, the server sent an error page");
        }
        if (start.startsWith("\u001f\u008b")) {
            return new ForeignFormat("is gzip inside gzip", "gunzip it once");
        }
        String archive = archive(start);
        if (!archive.isEmpty()) {
            return new ForeignFormat("is " + archive + ", not IDX data", "unpack it first");
        }
        if (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff") || start.startsWith("GIF8")) {
            return new ForeignFormat("is a picture, not IDX data", "to classify a picture use 'nn predict'");
        }
        if (littleEndian(magic)) {
            return new ForeignFormat("is IDX in little-endian byte order", "write it big-endian, as IDX demands");
        }
        if (start.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\n' || c == '\r' || c == '\t')) {
            return new ForeignFormat(
                    start.indexOf(',') >= 0 ? "is text (CSV?), not IDX data" : "is text, not IDX data",
                    "convert it with nn data convert");
        }
        return new ForeignFormat(
                "is not an IDX file, it starts with 0x" + HexFormat.of().formatHex(magic), "get the file again");
    }

    private static String archive(String start) {
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return "a zip archive";
        }
        if (start.startsWith("BZh")) {
            return "bzip2";
        }
        if (start.startsWith("\u00fd7zXZ")) {
            return "xz";
        }
        if (start.startsWith("7z\u00bc\u00af")) {
            return "a 7z archive";
        }
        return start.startsWith("(\u00b5/\u00fd") ? "zstd" : "";
    }

    private static boolean littleEndian(byte[] magic) {
        return magic.length == 4
                && magic[0] >= 1
                && magic[0] <= 4
                && magic[1] >= 0x08
                && magic[1] <= 0x0E
                && magic[2] == 0
                && magic[3] == 0;
    }

    NnException asException(Path file) {
        return NnException.of(NnException.Kind.BAD_INPUT, file, whatIsWrong, whatToDo);
    }
}
