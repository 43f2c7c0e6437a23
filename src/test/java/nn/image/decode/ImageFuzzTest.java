package nn.image.decode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import nn.HostileInput;
import nn.NnException.Kind;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a picture, with a digit or without one, or one line. The target of each format keeps its first bytes. */
@Timeout(30)
public class ImageFuzzTest {

    private static final long MOST_BYTES = 512L << 20;
    private static final DigitPreparation AUTO = new DigitPreparation(Polarity.AUTO, false);

    private static void survives(String magic, byte[] file) throws Throwable {
        for (int i = 0; i < Math.min(magic.length(), file.length); i++) {
            file[i] = magic.charAt(i) == '?' ? file[i] : (byte) magic.charAt(i);
        }
        HostileInput.survives(
                Kind.BAD_INPUT,
                MOST_BYTES,
                () -> AUTO.prepare(ImageFile.read(new ByteArrayInputStream(file), "picture")));
    }

    /** A few pictures of each format. */
    public static Stream<byte[]> pictures() {
        return Stream.of(pngs(), jpegs(), gifs(), bmps(), tiffs(), webps(), netpbms())
                .flatMap(format -> format);
    }

    /** A gray, a colored and a black and white picture. */
    private static Stream<byte[]> samples(String format, boolean progressive) {
        return Stream.of(BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_BINARY)
                .map(type -> PictureSamples.written(PictureSamples.seven(20, type), format, progressive));
    }

    static Stream<byte[]> pngs() {
        return Stream.concat(samples("png", false), samples("png", true));
    }

    @MethodSource("pngs")
    @FuzzTest
    void png(byte[] file) throws Throwable {
        survives("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", file);
    }

    static Stream<byte[]> jpegs() {
        return Stream.concat(
                samples("jpeg", false).limit(2), samples("jpeg", true).limit(2));
    }

    @MethodSource("jpegs")
    @FuzzTest
    void jpeg(byte[] file) throws Throwable {
        survives("\u00ff\u00d8\u00ff", file);
    }

    static Stream<byte[]> gifs() {
        return Stream.concat(samples("gif", false), Stream.of(sequence("gif")));
    }

    @MethodSource("gifs")
    @FuzzTest
    void gif(byte[] file) throws Throwable {
        survives("GIF89a", file);
    }

    static Stream<byte[]> bmps() {
        return samples("bmp", false);
    }

    @MethodSource("bmps")
    @FuzzTest
    void bmp(byte[] file) throws Throwable {
        survives("BM", file);
    }

    static Stream<byte[]> tiffs() {
        return Stream.concat(samples("tiff", false), Stream.of(sequence("tiff")));
    }

    @MethodSource("tiffs")
    @FuzzTest
    void tiff(byte[] file) throws Throwable {
        survives("II*\0", file);
    }

    static Stream<byte[]> webps() {
        return Stream.of(PictureSamples.webp(), AnimationTest.webp());
    }

    @MethodSource("webps")
    @FuzzTest
    void webp(byte[] file) throws Throwable {
        survives("RIFF????WEBP", file);
    }

    /** A blank picture, then one with a drawing. */
    private static byte[] sequence(String format) {
        return PictureSamples.sequence(
                format, PictureSamples.plain(20, 20, 255), PictureSamples.seven(20, BufferedImage.TYPE_BYTE_GRAY));
    }

    static Stream<byte[]> netpbms() {
        return Stream.of(
                        "1 3 2 10 0 1 1 1",
                        "2\n# gray\n3 1\n255\n0 100 200",
                        "3 1 1 9 1 2 3",
                        "4 9 2\n\1\2\3\4",
                        "5 3 1 65535\n\1\2\3\4\5\6",
                        "6 2 1 255\n\1\2\3\4\5\6",
                        "7\nWIDTH 1\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n\1\2\3\4")
                .map(text -> ("P" + text).getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("netpbms")
    @FuzzTest
    void netpbm(byte[] file) throws Throwable {
        survives("P", file);
    }

    static Stream<byte[]> texts() {
        return samples("png", false)
                .map(png -> ("image/png;base64," + Base64.getEncoder().encodeToString(png)).getBytes());
    }

    @MethodSource("texts")
    @FuzzTest
    void dataUrl(byte[] text) throws Throwable {
        survives("", PngFile.join("data:".getBytes(), text));
    }

    static Stream<byte[]> others() {
        return Stream.of("<svg", "%PDF", "version https://git-lfs", "\0\0\2\0").map(String::getBytes);
    }

    @MethodSource("others")
    @FuzzTest
    void other(byte[] file) throws Throwable {
        survives("", file);
    }
}
