package nn.data;

import static nn.data.IdxSamples.TEST_IMAGES;
import static nn.data.IdxSamples.TEST_LABELS;
import static nn.data.IdxSamples.TRAIN_IMAGES;
import static nn.data.IdxSamples.TRAIN_LABELS;
import static nn.data.IdxSamples.gzip;
import static nn.data.IdxSamples.images;
import static nn.data.IdxSamples.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nn.NnException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DataDirectoryTest {

    @TempDir
    Path directory;

    private IdxSamples samples;

    @BeforeEach
    void writeRightFiles() {
        samples = new IdxSamples(directory);
    }

    @Test
    void rawFilesAreReadAsTheyAre() {
        samples.assertRead();
        assertEquals(List.of(), samples.warnings);
    }

    @Test
    void gzipIsReadAsTheRawFile() {
        samples.remove(TRAIN_IMAGES);
        samples.remove(TRAIN_LABELS);
        samples.write(TRAIN_IMAGES + ".gz", gzip(images(200, 28, 28)));
        samples.write(TRAIN_LABELS + ".gz", gzip(labels(200, 10)));
        samples.assertRead();
    }

    @Test
    void gzipIsToldByContentNotByName() {
        samples.remove(TRAIN_LABELS);
        samples.write(TRAIN_IMAGES, gzip(images(200, 28, 28)));
        samples.write(TRAIN_LABELS + ".gz", labels(200, 10));
        samples.assertRead();
    }

    @Test
    void namesWithDotsAreKnown() {
        samples.remove(TRAIN_IMAGES);
        samples.remove(TRAIN_LABELS);
        samples.write("train-images.idx3-ubyte", images(200, 28, 28));
        samples.write("train-labels.idx1-ubyte", labels(200, 10));
        samples.assertRead();
    }

    /** As Kaggle's archive unpacks. */
    @Test
    void directoriesOfTheFilesNamesAreNoFiles() throws IOException {
        namesWithDotsAreKnown();
        Files.createDirectory(directory.resolve(TRAIN_IMAGES));
        Files.createDirectory(directory.resolve(TRAIN_LABELS));
        samples.assertRead();
    }

    @Test
    void firstNumberOfQmnistLabelsIsTheClass() {
        ByteBuffer bytes =
                ByteBuffer.allocate(12 + 200 * 32).putInt(0xC02).putInt(200).putInt(8);
        for (int i = 0; i < 200; i++) {
            bytes.putInt(i % 10);
            for (int k = 1; k < 8; k++) {
                bytes.putInt(1_000_000 * k + i);
            }
        }
        samples.remove(TRAIN_LABELS);
        samples.write("train-labels-idx2-int", bytes.array());
        samples.assertRead();
    }

    @Test
    void imagesNeedNotBeSquare() {
        samples.write(TRAIN_IMAGES, images(200, 3, 5));
        DataSet data = samples.data().readTrain();
        assertEquals(List.of(3, 5, 15), List.of(data.rows(), data.columns(), data.pixelsPerImage()));
    }

    @Test
    void testTakesTheClassesOfTheTrainingLabels() {
        writeTest(images(20, 28, 28), labels(20, 5));
        assertEquals(10, samples.data().readTest().classes());
        samples.remove(TRAIN_LABELS);
        samples.remove(TRAIN_IMAGES);
        assertEquals(5, samples.data().readTest().classes());
    }

    @Test
    void testLabelThatTrainingLacksIsAnErrorWithItsIndex() {
        samples.write(TRAIN_LABELS, labels(200, 4));
        writeTest(images(20, 28, 28), labels(20, 5));
        assertTestFault(TEST_LABELS, "label 4 at index 4, but no training image has this label");
    }

    @Test
    void testImagesOfAnotherSizeAreAnError() {
        writeTest(images(20, 27, 28), labels(20, 10));
        assertTestFault(TEST_IMAGES, "has images of 27 x 28 pixels, those of " + TRAIN_IMAGES + " have 28 x 28");
    }

    @Test
    void testIsReadBesideABrokenTrainingPairWithAWarning() {
        samples.write(TRAIN_LABELS, new byte[0]);
        writeTest(images(20, 28, 28), labels(20, 10));
        assertEquals(20, samples.data().readTest().size());
        assertEquals(List.of(directory.resolve(TRAIN_LABELS) + ": is empty; get the file again"), samples.warnings);
    }

    @Test
    void sameFileAsTrainingAndTestIsWorthAWarning() {
        writeTest(images(200, 28, 28), labels(200, 10));
        samples.data().readTest();
        assertTrue(samples.warnings.get(0).contains("is the same file as " + TRAIN_IMAGES), samples.warnings::toString);
    }

    /** Other data sets have the same names and sizes. */
    @Test
    void filesThatOnlyLookLikeMnistAreWorthAWarningBesideMnist() throws IOException {
        samples.remove(TRAIN_LABELS);
        samples.remove(TRAIN_IMAGES);
        writeTest(images(10_000, 2, 2), labels(10_000, 10));
        samples.data().readTest();
        assertEquals(List.of(), samples.warnings);
        samples.remove(TEST_LABELS);
        Files.copy(Path.of("data/mnist", TEST_LABELS + ".gz"), directory.resolve(TEST_LABELS + ".gz"));
        samples.data().readTest();
        assertEquals(
                List.of(directory.resolve(TEST_IMAGES)
                        + ": has the name and the size of MNIST's file, but is another one than belongs to "
                        + TEST_LABELS + ".gz"),
                samples.warnings);
        samples.warnings.clear();
        samples.remove(TEST_LABELS + ".gz");
        samples.write(TEST_LABELS, labels(10_000, 10));
        samples.remove(TEST_IMAGES);
        Files.copy(Path.of("data/mnist", TEST_IMAGES + ".gz"), directory.resolve(TEST_IMAGES + ".gz"));
        samples.data().readTest();
        assertTrue(
                samples.warnings.get(0).startsWith(directory.resolve(TEST_LABELS) + ": has"),
                samples.warnings::toString);
    }

    @Test
    void onlyExistingFilesAreListed() {
        samples.write(TEST_LABELS + ".gz", gzip(labels(20, 10)));
        assertEquals(
                List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_LABELS + ".gz"),
                samples.data().files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertTrue(samples.data().hasTrain());
        assertFalse(samples.data().hasTest());
        samples.write(TEST_IMAGES, images(20, 28, 28));
        assertTrue(samples.data().hasTest());
        samples.remove(TRAIN_IMAGES);
        assertFalse(samples.data().hasTrain());
    }

    private void assertNotUsable(String reason) {
        NnException e = assertThrows(NnException.class, samples.data()::requireUsable);
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    /** As a training does, which ends with the test if there are test images. */
    @Test
    void whatATrainingWouldRefuseIsNotUsable() {
        samples.data().requireUsable();
        samples.write(TEST_LABELS, labels(19, 10));
        samples.data().requireUsable();
        samples.write(TEST_IMAGES, images(20, 28, 28));
        NnException e = assertThrows(NnException.class, samples.data()::requireUsable);
        String expected = directory.resolve(TEST_LABELS) + ": has 19 labels for 20 images of " + TEST_IMAGES;
        assertTrue(e.getMessage().startsWith(expected), e.getMessage());
        samples.write(TEST_LABELS, labels(20, 11));
        assertNotUsable("label 10 at index 10, but no training image has this label");
        samples.remove(TEST_LABELS);
        assertNotUsable("has no file " + TEST_LABELS);
        samples.remove(TEST_IMAGES);
        samples.remove(TRAIN_LABELS);
        assertNotUsable("has no file " + TRAIN_LABELS);
    }

    /** The damage may be in its count. */
    @Test
    void aDamagedFileIsCalledDamagedEvenWhereCountsDiffer() {
        byte[] gzip = gzip(labels(199, 10));
        samples.assertLabelsFault("is damaged", IdxSamples.patched(gzip, gzip.length - 8, gzip[gzip.length - 8] ^ 1));
        samples.write(TRAIN_LABELS, labels(199, 10));
        gzip = gzip(images(200, 28, 28));
        samples.assertImagesFault("is damaged", IdxSamples.patched(gzip, gzip.length - 8, gzip[gzip.length - 8] ^ 1));
    }

    /** The first digits and the sum of all pixels were computed from the files with NumPy. */
    @Test
    void realMnistIsRead() {
        DataDirectory mnist = DataDirectory.of(Path.of("data", "mnist"), samples.warnings::add);
        DataSet train = mnist.readTrain();
        DataSet test = mnist.readTest();
        assertEquals(
                List.of(60_000, 28, 28, 10), List.of(train.size(), train.rows(), train.columns(), train.classes()));
        assertEquals(List.of(10_000, 28, 28, 10), List.of(test.size(), test.rows(), test.columns(), test.classes()));
        assertEquals(List.of(5, 0, 4, 1, 9), firstLabels(train));
        assertEquals(List.of(7, 2, 1, 0, 4), firstLabels(test));
        assertEquals(1_567_298_545L, sum(train));
        assertEquals(264_923_200L, sum(test));
        assertEquals(List.of(), samples.warnings);
        assertEquals(
                4,
                mnist.files().stream()
                        .map(FileDigest::read)
                        .filter(FileDigest::mnist)
                        .count());
    }

    private static List<Integer> firstLabels(DataSet data) {
        return List.of(data.label(0), data.label(1), data.label(2), data.label(3), data.label(4));
    }

    private static long sum(DataSet data) {
        byte[] image = new byte[data.pixelsPerImage()];
        long sum = 0;
        for (int i = 0; i < data.size(); i++) {
            data.readPixels(i, image);
            for (byte pixel : image) {
                sum += pixel & 0xff;
            }
        }
        return sum;
    }

    private void writeTest(byte[] images, byte[] labels) {
        samples.write(TEST_IMAGES, images);
        samples.write(TEST_LABELS, labels);
    }

    private void assertTestFault(String file, String part) {
        NnException e = assertThrows(NnException.class, samples.data()::readTest);
        assertTrue(e.getMessage().startsWith(directory.resolve(file) + ": " + part), e.getMessage());
    }
}
