package nn.data;

import static nn.data.IdxSamples.TRAIN_IMAGES;
import static nn.data.IdxSamples.TRAIN_LABELS;
import static nn.data.IdxSamples.gzip;
import static nn.data.IdxSamples.pixel;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images and labels in all types of IDX. */
class IdxTypesTest {

    @TempDir
    private Path directory;

    private IdxSamples samples;

    @BeforeEach
    void write() {
        samples = new IdxSamples(directory);
    }

    private static void put(ByteBuffer bytes, int type, double value) {
        switch (type) {
            case 0x08, 0x09 -> bytes.put((byte) value);
            case 0x0B -> bytes.putShort((short) value);
            case 0x0C -> bytes.putInt((int) value);
            case 0x0D -> bytes.putFloat((float) value);
            case 0x0E -> bytes.putDouble(value);
            default -> throw new IllegalArgumentException();
        }
    }

    private static byte[] file(int type, int values, int[] sizes, DoubleUnaryOperator value) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + 8 * values);
        bytes.putInt(type << 8 | sizes.length);
        Arrays.stream(sizes).forEach(bytes::putInt);
        for (int i = 0; i < values; i++) {
            put(bytes, type, value.applyAsDouble(i));
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** The sample's images in another type and shape. */
    private static byte[] images(int type, double factor, int... sizes) {
        return file(type, 200 * 784, sizes, i -> factor * pixel((int) i / 784, (int) i % 784));
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(0x0B, 1, new int[] {200, 28, 28}),
                Arguments.of(0x0C, 1, new int[] {200, 784}),
                Arguments.of(0x0D, 1, new int[] {200, 28, 28, 1}),
                Arguments.of(0x0D, 1 / 255.0, new int[] {200, 28, 28}),
                Arguments.of(0x0E, 1, new int[] {200, 1, 28, 28}),
                Arguments.of(0x0E, 1 / 255.0, new int[] {200, 784}),
                Arguments.of(0x08, 1, new int[] {200, 28, 28, 1}),
                Arguments.of(0x08, 1, new int[] {200, 784}));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void imagesOfAllTypesAndShapesAreReadAsGrayLevels(int type, double factor, int[] sizes) {
        samples.write(TRAIN_IMAGES, images(type, factor, sizes));
        samples.assertRead();
        samples.write(TRAIN_IMAGES, gzip(images(type, factor, sizes)));
        samples.assertRead();
    }

    @Test
    void signedBytesGoTo127() {
        samples.write(TRAIN_IMAGES, file(0x09, 200 * 784, new int[] {200, 28, 28}, i -> i % 128));
        byte[] image = new byte[784];
        samples.data().readTrain().readPixels(1, image);
        assertEquals((784 + 100) % 128, image[100]);
        samples.assertImagesFault(
                "has the value -1.0 in image 199",
                file(0x09, 200 * 784, new int[] {200, 28, 28}, i -> i < 156_799 ? 0 : -1));
    }

    @Test
    void valuesThatAreNoGrayLevelsAreRefusedWithTheirImage() {
        samples.assertImagesFault(
                "has the value 256.0 in image 0; pixels go from 0 to 255, or from 0 to 1",
                images(0x0C, 256, 200, 28, 28));
        samples.assertImagesFault(
                "has the value NaN in image 3",
                file(0x0D, 200 * 784, new int[] {200, 28, 28}, i -> i == 3 * 784 ? Double.NaN : 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x09, 0x0B, 0x0C})
    void labelsMayBeIntegersOfAnySize(int type) {
        samples.write(TRAIN_LABELS, file(type, 200, new int[] {200}, i -> i % 10));
        samples.assertRead();
        samples.assertLabelsFault("label -2 at index 5", file(type, 200, new int[] {200}, i -> i == 5 ? -2 : i % 10));
    }
}
