package nn.image.decode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import nn.HostileInput;
import nn.NnException.Kind;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a picture, with a digit or without one, or one line. The target of each format keeps its first bytes. */
@Timeout(30)
class ImageFuzzTest {

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
        return samples("gif", false);
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
        return samples("tiff", false);
    }

    @MethodSource("tiffs")
    @FuzzTest
    void tiff(byte[] file) throws Throwable {
        survives("II*\0", file);
    }

    static Stream<byte[]> webps() {
        return Stream.of(PictureSamples.webp());
    }

    @MethodSource("webps")
    @FuzzTest
    void webp(byte[] file) throws Throwable {
        survives("RIFF????WEBP", file);
    }

    static Stream<byte[]> others() {
        return Stream.of("<svg", "%PDF", "version https://git-lfs").map(String::getBytes);
    }

    @MethodSource("others")
    @FuzzTest
    void other(byte[] file) throws Throwable {
        survives("", file);
    }
}
