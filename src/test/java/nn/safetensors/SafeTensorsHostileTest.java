package nn.safetensors;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nn.NnException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with false claims. Each is refused with one line, before memory is allocated for missing data. */
@Timeout(30)
class SafeTensorsHostileTest {

    private static final String TENSOR = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("model.safetensors");
    }

    private void assertRefused(String whatIsWrong, byte[] raw) {
        RawFile.write(file, raw);
        assertFails(Kind.BAD_CHECKPOINT, file, whatIsWrong, () -> SafeTensors.read(file));
    }

    private void assertHeaderRefused(String whatIsWrong, String entries, int dataLength) {
        assertRefused(whatIsWrong, RawFile.ours(entries, dataLength));
    }

    @Test
    void theFileThatTheOthersVaryIsGood() {
        RawFile.write(file, RawFile.ours(TENSOR, 8));
        assertEquals(new SafeTensors(Map.of(), Map.of("a", Tensor.of(new float[2], 2))), SafeTensors.read(file));
    }

    @Test
    void otherKindsOfFilesAreNamed() throws IOException {
        assertRefused("is empty", new byte[0]);
        assertRefused("not a checkpoint", new byte[] {7});
        assertRefused("not a checkpoint", new byte[1000]);
        assertRefused("a text file", "hello, this is no model\n".getBytes(StandardCharsets.UTF_8));
        assertRefused("a text file", "x".getBytes(StandardCharsets.UTF_8));
        assertRefused("a text file", "<!DOCTYPE html>".repeat(100).getBytes(StandardCharsets.UTF_8));
        assertRefused("a PNG image", HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));
        assertRefused("a zip archive", zip());
        assertRefused("a Java-serialized object", javaSerialized());
        assertRefused(
                "a Python pickle",
                HexFormat.of().parseHex("80049523000000000000008c05706f7369788c0673797374656d93942e"));
        assertRefused(
                "a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.UTF_8));
        assertRefused("an IDX data file", HexFormat.of().parseHex("00000803000003e80000001c0000001c"));
        byte[] random = new byte[4096];
        new Random(3).nextBytes(random);
        assertRefused("not a checkpoint", random);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("data.pkl"));
        }
        return bytes.toByteArray();
    }

    private static byte[] javaSerialized() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(List.of("weights"));
        }
        return bytes.toByteArray();
    }

    @Test
    void headerLengthIsNeverBelieved() {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        for (long length :
                new long[] {Long.MIN_VALUE, -1, 0, 1, 5L << 20, Integer.MAX_VALUE, 1L << 31, 1L << 62, Long.MAX_VALUE
                }) {
            assertRefused("not a checkpoint", RawFile.withLength(length, json));
        }
        assertRefused("is cut short: 1 byte missing", RawFile.withLength(3, json));
        assertRefused("is cut short", RawFile.withLength(4 << 20, json));
    }

    @Test
    void trailingByteIsRefused() {
        assertHeaderRefused("has 1 byte too many at its end", TENSOR, 9);
    }

    @Test
    void missingDataIsRefusedWithoutAllocation() {
        assertHeaderRefused("is cut short: 1 byte missing", TENSOR, 7);
        assertHeaderRefused(
                "is cut short: 4,611,686,018,427,387,904 bytes missing",
                "\"a\":{\"dtype\":\"U8\",\"shape\":[4611686018427387904],\"data_offsets\":[0,4611686018427387904]}",
                0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3]                                  | [0,8]  | needs 12 bytes, but its offsets span 8",
                "[0]                                  | [0,8]  | needs 0 bytes",
                "[]                                   | [0,8]  | needs 4 bytes",
                "[-2]                                 | [0,8]  | whole numbers from 0 on",
                "[2147483647]                         | [0,8]  | needs 8589934588 bytes",
                "[2147483647,2147483647,2147483647]   | [0,8]  | is too large",
                "[4611686018427387905]                | [0,8]  | is too large",
                "[18446744073709551618]               | [0,8]  | not valid JSON",
                "[123456789012345678901234567890]     | [0,8]  | not valid JSON",
                "[2.0]                                | [0,8]  | whole numbers from 0 on",
                "[2e0]                                | [0,8]  | whole numbers from 0 on",
                "['2']                                | [0,8]  | whole numbers from 0 on",
                "[[2]]                                | [0,8]  | whole numbers from 0 on",
                "[[[[[2]]]]]                          | [0,8]  | whole numbers from 0 on",
                "[1,1,1,1,1,1,1,1,2]                  | [0,8]  | whole numbers from 0 on",
                "2                                    | [0,8]  | are not arrays",
                "null                                 | [0,8]  | are not arrays",
                "[2]                                  | [0,-8] | whole numbers from 0 on",
                "[2]                                  | [8,0]  | overlap or leave a gap",
                "[2]                                  | [8,16] | overlap or leave a gap",
                "[2]                                  | [1,9]  | overlap or leave a gap",
                "[2]                                  | [0]    | lacks its",
                "[2]                                  | [0,4,8] | whole numbers from 0 on",
                "[2]                                  | [0,9223372036854775807] | missing",
            })
    void lyingShapesAndOffsetsAreRefused(String shape, String offsets, String whatIsWrong) {
        assertHeaderRefused(
                whatIsWrong,
                "\"a\":{\"dtype\":\"F32\",\"shape\":" + shape.replace('\'', '"') + ",\"data_offsets\":" + offsets + "}",
                8);
    }

    @Test
    void overlapsAndGapsBetweenTensorsAreRefused() {
        String second = ",\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":";
        assertHeaderRefused("overlap or leave a gap at byte 8", TENSOR + second + "[0,8]}", 8);
        assertHeaderRefused("overlap or leave a gap at byte 8", TENSOR + second + "[4,12]}", 12);
        assertHeaderRefused("overlap or leave a gap at byte 8", TENSOR + second + "[9,17]}", 17);
        assertHeaderRefused("overlap or leave a gap at byte 8", TENSOR + second + "[8,0]}", 8);
    }

    @Test
    void duplicatesAreRefused() {
        assertHeaderRefused("not valid JSON: Duplicate", TENSOR + "," + TENSOR, 8);
        assertHeaderRefused("not valid JSON: Duplicate", TENSOR + "," + RawFile.OURS, 8);
        assertHeaderRefused("not valid JSON: Duplicate", TENSOR.replace("}", ",\"dtype\":\"F32\"}"), 8);
        assertRefused("not valid JSON: Duplicate", header("\"format\":\"nn\",\"format\":\"nn\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                               | not a checkpoint",
                "{\"a                             | not valid JSON",
                "{}{}                             | there is text after the end",
                "{} x                             | not valid JSON",
                "{\"a\":1}                        | \"a\" is not an object",
                "{\"a\":{}}                       | \"a\" lacks its",
                "{\"a\":{\"b\":1}}                | unknown key \"b\"",
                "{\"a\":{\"dtype\":1}}            | is not a string",
                "{\"a\":{\"dtype\":null}}         | is not a string",
                "{\"__metadata__\":{\"k\":1}}     | the value of \"k\" is not a string",
                "{\"__metadata__\":{\"k\":null}}  | the value of \"k\" is not a string",
                "{\"__metadata__\":{\"k\":{}}}    | the value of \"k\" is not a string",
                "{\"__metadata__\":[]}            | is not an object",
                "{'a':1}                          | not valid JSON",
                "{\"a\":1,}                       | \"a\" is not an object",
                "{/**/}                           | not valid JSON",
            })
    void headersThatAreNoSuchObjectAreRefused(String header, String whatIsWrong) {
        assertRefused(whatIsWrong, RawFile.of(header, new byte[0]));
    }

    @Test
    void headerBeginsWithItsBrace() {
        assertRefused("not a checkpoint", RawFile.of(" {}", new byte[0]));
    }

    @Test
    void otherEncodingsAreRefused() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] json = "{}".getBytes(charset);
            String whatIsWrong = json[0] == '{' ? "not a JSON object in UTF-8" : "not a checkpoint";
            assertRefused(whatIsWrong, RawFile.withLength(json.length, json));
        }
        byte[] invalid = "{\"?\":1}".getBytes(StandardCharsets.UTF_8);
        invalid[2] = (byte) 0xff;
        assertRefused("not valid JSON", RawFile.withLength(invalid.length, invalid));
    }

    @Test
    void unknownTypesAreNamed() {
        for (String type : List.of("BF16", "f32", "F8_E4M3", "", "\\u001b[31m\\n")) {
            assertHeaderRefused(
                    "of the type", "\"a\":{\"dtype\":\"" + type + "\",\"shape\":[2],\"data_offsets\":[0,8]}", 8);
        }
    }

    @Test
    void hostileNamesAreShownEscapedAndShort() {
        assertHeaderRefused(
                "\"\\u001b\\u000a\\u202e",
                "\"\\u001b\\n\\u202e" + "x".repeat(500) + "\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}",
                8);
    }

    @Test
    void nanAndInfinityAreRefusedThoughTheChecksumIsRight() {
        for (String bits : List.of("0000c07f", "0000807f", "000080ff", "0100807f")) {
            String header = "{" + RawFile.OURS + ",\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
            assertRefused(
                    "holds NaN or infinity in the tensor \"a\"",
                    RawFile.of(header, HexFormat.of().parseHex(bits)));
        }
        String header = "{" + RawFile.OURS + ",\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}";
        assertRefused("holds NaN or infinity", RawFile.of(header, HexFormat.of().parseHex("000000000000f07f")));
    }

    @Test
    void versionsAndChecksumsAreDemanded() {
        assertRefused(
                "written by a newer nn (format version 2, this one reads up to 1)",
                RawFile.of("{" + RawFile.OURS.replace("\"1\"", "\"2\"") + "}", new byte[0]));
        assertRefused(
                "newer",
                RawFile.of(
                        "{" + RawFile.OURS.replace("\"1\"", "\"999999999\"")
                                + ",\"a\":{\"dtype\":\"F4\",\"shape\":[2],\"data_offsets\":[0,1]}}",
                        new byte[1]));
        for (String version : List.of("", "0", "-1", "01", "1.0", "one", "99999999999999999999", "\\u0661")) {
            assertRefused(
                    "no valid format version",
                    RawFile.of("{" + RawFile.OURS.replace("\"1\"", '"' + version + '"') + "}", new byte[0]));
        }
        assertRefused("not of nn", RawFile.of("{}", new byte[0]));
        assertRefused("not of nn", header("\"format\":\"pt\""));
        assertRefused("no valid format version (none)", header("\"format\":\"nn\""));
        assertRefused("no valid checksum (none)", header("\"format\":\"nn\",\"version\":\"1\""));
        for (String checksum : List.of(
                "",
                "sha256:",
                "md5:" + RawFile.ZEROS.substring(1),
                "sha256:" + "0".repeat(63),
                "sha256:" + "A".repeat(64),
                RawFile.ZEROS.substring(1))) {
            assertRefused(
                    "no valid checksum",
                    header("\"format\":\"nn\",\"version\":\"1\",\"checksum\":\"" + checksum + '"'));
        }
        byte[] zeros = ("{" + RawFile.OURS + "}").getBytes(StandardCharsets.UTF_8);
        assertRefused("does not match its content", RawFile.withLength(zeros.length, zeros));
    }

    private static byte[] header(String metadata) {
        return RawFile.of("{\"__metadata__\":{" + metadata + "}}", new byte[0]);
    }

    @Test
    void escapedDigestIsRefused() {
        String escaped = RawFile.OURS.replace(RawFile.ZEROS, "\\u0030" + "0".repeat(63));
        assertRefused("no valid checksum", RawFile.of("{" + escaped + "}", new byte[0]));
    }

    @Test
    void aHeaderFullOfEntriesIsRefused() {
        StringBuilder entries = new StringBuilder(TENSOR);
        for (int i = 0; i < 10_000; i++) {
            entries.append(",\"t").append(i).append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[8,8]}");
        }
        assertHeaderRefused("more than 10000 entries", entries.toString(), 8);
    }

    @Test
    void pathsThatAreNoFilesAreRefused() throws IOException {
        Path link = directory.resolve("link");
        assertFails(Kind.BAD_CHECKPOINT, file, "does not exist", () -> SafeTensors.read(file));
        assertFails(Kind.BAD_CHECKPOINT, directory, "is a directory", () -> SafeTensors.read(directory));
        Files.createSymbolicLink(link, Path.of("nowhere"));
        assertFails(Kind.BAD_CHECKPOINT, link, "leads nowhere", () -> SafeTensors.read(link));
        Path zero = Path.of("/dev/zero");
        assertFails(Kind.BAD_CHECKPOINT, zero, "is not a regular file", () -> SafeTensors.read(zero));
    }
}
