package nn.exchange.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import nn.HostileInput;
import nn.NnException;
import nn.NnException.Kind;
import nn.exchange.PixelRange;
import nn.exchange.npy.NpyHeader;
import nn.exchange.npy.NpyType;
import nn.exchange.npy.NpzWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images in arrays. */
class NpzImagesTest {

    @TempDir
    private Path scratch;

    private interface Content {
        void addTo(NpzWriter npz) throws IOException;
    }

    private Path npz(Content content) throws IOException {
        Path file = scratch.resolve("a.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(file))) {
            content.addTo(npz);
        }
        return file;
    }

    private static void bytes(NpzWriter npz, String name, int[] values, Integer... shape) throws IOException {
        npz.add(name, NpyHeader.of(NpyType.UINT8, shape), out -> {
            for (int value : values) {
                out.write(value);
            }
        });
    }

    private static byte[] second(LabeledImages images) {
        byte[][] kept = new byte[images.labels().size()][];
        images.forEach((example, pixels) -> kept[example] = pixels.clone());
        return kept[1];
    }

    @Test
    void imagesOfAllShapesAndTypesAreRead() throws IOException {
        int[] pixels = {0, 1, 2, 3, 10, 20, 30, 255};
        for (Integer[] shape : new Integer[][] {{2, 2, 2}, {2, 2, 2, 1}, {2, 4}}) {
            Path file = npz(npz -> {
                bytes(npz, "x_train", pixels, shape);
                bytes(npz, "y_train", new int[] {3, 7}, 2, 1);
            });
            LabeledImages train =
                    NpzImages.in(file, "train", 0, PixelRange.BYTES).orElseThrow();
            assertEquals(List.of("3", "7"), train.labels());
            assertEquals(
                    List.of(2, 2), List.of(train.shape().rows(), train.shape().columns()));
            assertArrayEquals(new byte[] {10, 20, 30, (byte) 255}, second(train));
            assertEquals(Optional.empty(), NpzImages.in(file, "test", 0, PixelRange.BYTES));
        }
        Path floats = npz(npz -> {
            npz.add("test_images", new float[] {0, 0, 1, 0.5f}, 2, 1, 2);
            npz.add("test_labels", new float[] {0, 1}, 2);
        });
        LabeledImages test = NpzImages.in(floats, "test", 0, PixelRange.UNIT).orElseThrow();
        assertArrayEquals(new byte[] {(byte) 255, (byte) 128}, second(test));
    }

    private void refused(String reason, Content content) throws IOException {
        Path file = npz(content);
        NnException refusal = assertThrows(
                NnException.class,
                () -> NpzImages.in(file, "train", 0, PixelRange.BYTES)
                        .orElseThrow()
                        .forEach((example, pixels) -> {}));
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(refusal.getMessage().startsWith(file + ": "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private static Content arrays(int[] pixels, Integer[] shape, int[] labels, Integer... labelShape) {
        return npz -> {
            bytes(npz, "x_train", pixels, shape);
            bytes(npz, "y_train", labels, labelShape);
        };
    }

    @Test
    void arraysThatAreNoImagesAreRefusedWithTheReason() throws IOException {
        Integer[] one = {1, 2, 2};
        refused("has no x_train and y_train; it has a;", npz -> bytes(npz, "a", new int[] {1}, 1));
        refused("has no array y_train; it has x_train;", npz -> bytes(npz, "x_train", new int[4], one));
        refused("x_train has 1 images for 2 labels", arrays(new int[4], one, new int[2], 2));
        refused("y_train has the shape [1, 10]", arrays(new int[4], one, new int[10], 1, 10));
        refused("x_train has the shape [1, 2, 2, 3]", arrays(new int[12], new Integer[] {1, 2, 2, 3}, new int[1], 1));
        refused("x_train has the shape [4]", arrays(new int[4], new Integer[] {4}, new int[4], 4));
        refused("x_train is empty", arrays(new int[0], new Integer[] {1, 0, 2}, new int[1], 1));
        refused("5 pixels make no square", arrays(new int[5], new Integer[] {1, 5}, new int[1], 1));
        refused("in image 0, 300.0 is no whole number from 0 to 255", npz -> {
            npz.add("x_train", new float[] {0, 300}, 1, 1, 2);
            bytes(npz, "y_train", new int[1], 1);
        });
        refused("y_train has the label 256.0 at index 1", npz -> {
            bytes(npz, "x_train", new int[8], 2, 2, 2);
            npz.add("y_train", new float[] {0, 256}, 2);
        });
        refused("x_train is in Fortran order", npz -> {
            npz.add(
                    "x_train",
                    new NpyHeader(NpyType.UINT8, ByteOrder.LITTLE_ENDIAN, true, List.of(1, 2, 2)),
                    out -> out.write(new byte[4]));
            bytes(npz, "y_train", new int[1], 1);
        });
    }

    @Test
    void noDamagedFileTakesMuchMemoryOrFailsOtherwise() throws Throwable {
        byte[] whole = Files.readAllBytes(npz(arrays(new int[200], new Integer[] {50, 2, 2}, new int[50], 50)));
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 300; trial++) {
            byte[] damaged = Arrays.copyOf(whole, trial % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int change = 0; change < 3 && damaged.length > 0; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = HostileInput.file(scratch, "damaged.npz", damaged);
            HostileInput.survives(
                    Kind.BAD_INPUT,
                    4 << 20,
                    () -> NpzImages.in(file, "train", 0, PixelRange.BYTES)
                            .orElseThrow()
                            .forEach((example, pixels) -> {}));
        }
    }
}
