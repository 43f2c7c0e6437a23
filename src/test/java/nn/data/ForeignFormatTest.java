package nn.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The starts of files, with a byte for each char, and how they are described. */
class ForeignFormatTest {

    private static Arguments file(String begin, String whatIsWrong) {
        return Arguments.of(begin, whatIsWrong);
    }

    static Stream<Arguments> files() {
        String page = "is a web page, not IDX data";
        String picture = "is a picture, not IDX data";
        String littleEndian = "is IDX in little-endian byte order";
        return Stream.of(
                file("", "is empty"),
                file("\0", "starts with zeros, not with an IDX header"),
                file("\0\0\0", "starts with zeros, not with an IDX header"),
                file("\0\0\0\0\3\7", "starts with zeros, not with an IDX header"),
                file("version https://git-lfs.github.com/spec/v1\noid", "is a git-LFS pointer, not the data itself"),
                file("<!DOCTYPE html>\n", page),
                file(" \n<html>", page),
                file("<HEAD>\n<title>", page),
                file("<?xml version=\"1.0\"?>", page),
                file("<body>", page),
                file("<p>no page</p>", "is text, not IDX data"),
                file("\u001f\u008b\b\0", "is gzip inside gzip"),
                file("PK\3\4\n", "is a zip archive, not IDX data"),
                file("PK\5\6\0\0", "is a zip archive, not IDX data"),
                file("BZh91AY&SY", "is bzip2, not IDX data"),
                file("\u00fd7zXZ\0", "is xz, not IDX data"),
                file("7z\u00bc\u00af'\u001c", "is a 7z archive, not IDX data"),
                file("(\u00b5/\u00fd$", "is zstd, not IDX data"),
                file("\u0089PNG\r\n", picture),
                file("\u00ff\u00d8\u00ff\u00e0", picture),
                file("GIF89a", picture),
                file("\3\u0008\0\0\u0060\u00ea", littleEndian),
                file("\1\u0008\0\0", littleEndian),
                file("\4\u000e\0\0", littleEndian),
                file("\5\u000e\0\0", "is not an IDX file, it starts with 0x050e0000"),
                file("\0\u0008\0\0", "is not an IDX file, it starts with 0x00080000"),
                file("\4\u0007\0\0", "is not an IDX file, it starts with 0x04070000"),
                file("\4\u000f\0\0", "is not an IDX file, it starts with 0x040f0000"),
                file("\3\u0008\1\0", "is not an IDX file, it starts with 0x03080100"),
                file("\3\u0008\0\1", "is not an IDX file, it starts with 0x03080001"),
                file("\3\u0008\0", "is not an IDX file, it starts with 0x030800"),
                file("label,1x1\r\n5,0\n", "is text (CSV?), not IDX data"),
                file(",", "is text (CSV?), not IDX data"),
                file("~ a\tb ~\n", "is text, not IDX data"),
                file("abcd\u007f", "is not an IDX file, it starts with 0x61626364"),
                file("abcd\u001f", "is not an IDX file, it starts with 0x61626364"),
                file("\u00de\u00ad\u00be\u00efmore", "is not an IDX file, it starts with 0xdeadbeef"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsNoIdxIsToldByItsBegin(String begin, String whatIsWrong) {
        byte[] bytes = begin.getBytes(ISO_8859_1);
        int magic = Math.min(4, bytes.length);
        ForeignFormat format =
                ForeignFormat.of(Arrays.copyOf(bytes, magic), Arrays.copyOfRange(bytes, magic, bytes.length));
        assertEquals(whatIsWrong, format.whatIsWrong());
        String whatToDo = switch (whatIsWrong.replaceAll(", it starts.*", "")) {
            case "is a git-LFS pointer, not the data itself" -> "run 'git lfs pull'";
            case "is a web page, not IDX data" -> "download the file again, the server sent an error page";
            case "is gzip inside gzip" -> "gunzip it once";
            case "is a picture, not IDX data" -> "to classify a picture use 'nn predict'";
            case "is IDX in little-endian byte order" -> "write it big-endian, as IDX demands";
            case "is text, not IDX data", "is text (CSV?), not IDX data" -> "convert it with nn data convert";
            case "is empty", "starts with zeros, not with an IDX header", "is not an IDX file" -> "get the file again";
            default -> "unpack it first";
        };
        assertEquals(whatToDo, format.whatToDo());
    }
}
