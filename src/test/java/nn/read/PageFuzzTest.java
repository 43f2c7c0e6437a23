package nn.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import nn.HostileInput;
import nn.NnException.Kind;
import nn.checkpoint.Checkpoint;
import nn.eval.Classifier;
import nn.image.GrayPng;
import nn.image.Picture;
import nn.image.Plane;
import nn.image.decode.ImageFile;
import nn.image.decode.ImageFuzzTest;
import nn.image.decode.PictureSamples;
import nn.image.prepare.Polarity;
import nn.model.Storage;
import nn.safetensors.SafeTensors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a picture, with numbers or without, or one line; and any pixels are a page. */
@Timeout(60)
class PageFuzzTest {

    private static final long MOST_BYTES = 1L << 30;
    private static final Path MODEL = Path.of("data", "model.safetensors");
    private static final Path SEGMENTS = Path.of("data", "segments.safetensors");

    private static PageReader lines;
    private static PageReader cells;

    @BeforeAll
    static void loadModel() {
        Classifier digits = classifier(MODEL);
        Classifier segments = classifier(SEGMENTS);
        Networks networks = new Networks(() -> digits, () -> segments);
        lines = new PageReader(networks, options(Optional.empty()), 1);
        cells = new PageReader(networks, options(Optional.of(new ReadOptions.Cells(2, 3))), 1);
    }

    private static Classifier classifier(Path file) {
        return Checkpoint.classifier(SafeTensors.read(file), file, Storage.HEAP_FLOAT);
    }

    @AfterAll
    static void close() {
        lines.close();
        cells.close();
    }

    private static ReadOptions options(Optional<ReadOptions.Cells> cells) {
        return new ReadOptions(Polarity.AUTO, OptionalInt.empty(), cells, Optional.empty(), ReadOptions.MIN_CONFIDENCE);
    }

    /** A PNG of stripes, nothing, and what the decoders are fuzzed with. */
    static Stream<byte[]> files() {
        byte[] samples = new byte[40 * 30];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 40 / 4 % 2 == 0 ? 255 : 0);
        }
        return Stream.concat(Stream.of(GrayPng.encode(samples, 30, 40), new byte[0]), ImageFuzzTest.pictures());
    }

    @MethodSource("files")
    @FuzzTest
    void file(byte[] bytes) throws Throwable {
        HostileInput.survives(
                Kind.BAD_INPUT,
                MOST_BYTES,
                () -> lines.read(ImageFile.read(new ByteArrayInputStream(bytes), ImageFile.PAGE_SIDE, "picture")));
    }

    /** The first byte is the width, the others are pixels. */
    static Stream<byte[]> pixels() {
        byte[] noise = new byte[64 * 64 + 1];
        new Random(1).nextBytes(noise);
        noise[0] = 64;
        byte[] white = new byte[101];
        Arrays.fill(white, (byte) -1);
        return Stream.of(noise, white, new byte[] {1, 0}, new byte[] {2, 0, -1}, new byte[200], sevens());
    }

    /** Three digits. */
    private static byte[] sevens() {
        int side = 20;
        byte[] bytes = new byte[3 * side * side + 1];
        bytes[0] = (byte) (3 * side);
        BufferedImage seven = PictureSamples.seven(side, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i + 1 < bytes.length; i++) {
            bytes[i + 1] = (byte) seven.getRaster().getSample(i % side, i / (3 * side), 0);
        }
        return bytes;
    }

    @MethodSource("pixels")
    @FuzzTest
    void pixels(byte[] bytes) throws Throwable {
        int width = bytes.length == 0 ? 1 : Math.max(1, bytes[0] & 0xff);
        int height = Math.max(1, (bytes.length - 1) / width);
        Plane light = Plane.of(width, height);
        for (int i = 0; i < light.values().length && i + 1 < bytes.length; i++) {
            light.values()[i] = (bytes[i + 1] & 0xff) / 255f;
        }
        Plane opacity = Plane.of(width, height);
        Arrays.fill(opacity.values(), 1);
        Picture picture = new Picture(light, opacity, List.of());
        HostileInput.survives(Kind.BAD_INPUT, MOST_BYTES, () -> lines.read(picture));
        HostileInput.survives(Kind.BAD_INPUT, MOST_BYTES, () -> cells.read(picture));
    }
}
