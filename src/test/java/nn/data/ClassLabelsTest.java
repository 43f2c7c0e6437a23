package nn.data;

import static nn.data.IdxSamples.TRAIN_LABELS;
import static nn.data.IdxSamples.header;
import static nn.data.IdxSamples.join;
import static nn.data.IdxSamples.labels;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nn.NnException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of classes in a file of labels, and which labels are refused. */
class ClassLabelsTest {

    @TempDir
    private Path directory;

    private IdxSamples samples;

    @BeforeEach
    void prepare() {
        samples = new IdxSamples(directory);
    }

    private ClassLabels read(byte[] bytes) {
        Path file = samples.write(TRAIN_LABELS, bytes);
        return ClassLabels.read(IdxFile.open(file, IdxHeader.Content.LABELS));
    }

    private static byte[] bytes(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        IntStream.of(labels).forEach(label -> bytes.put((byte) label));
        return bytes.array();
    }

    private static byte[] integers(int... labels) {
        return join(header(0xC01, labels.length), header(labels));
    }

    private void assertRefused(String message, byte[] bytes) {
        NnException e = assertThrows(NnException.class, () -> read(bytes));
        assertEquals(NnException.Kind.BAD_INPUT, e.kind());
        assertEquals(directory.resolve(TRAIN_LABELS) + ": " + message + "; convert the labels", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 4", "10, 10", "11, 11", "26, 26"})
    void classesAreOneMoreThanTheLargestLabel(int labels, int classes) {
        assertEquals(classes, read(labels(200, labels)).classes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 9})
    void oneClassAloneIsReadAsOneOfTen(int label) {
        assertEquals(10, read(bytes(label, label, label)).classes());
    }

    /** A user's small collection may lack a digit. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8})
    void digitsOfWhichOneIsMissingAreStillTenClasses(int missing) {
        int[] labels = IntStream.range(0, 200)
                .map(i -> i % 10)
                .filter(label -> label != missing)
                .toArray();
        ClassLabels read = read(bytes(labels));
        assertEquals(10, read.classes());
        assertArrayEquals(labels, read.values());
    }

    @Test
    void digitsMayBeAsRareAsTheyLike() {
        int[] labels = new int[5000];
        labels[17] = 9;
        assertEquals(10, read(bytes(labels)).classes());
    }

    @Test
    void aboveTheDigitsTheClassesAreTheLabelsThatOccur() {
        ClassLabels letters = read(bytes(IntStream.rangeClosed(1, 26).toArray()));
        assertEquals(IntStream.rangeClosed(1, 26).mapToObj(String::valueOf).toList(), letters.classNames());
        assertArrayEquals(IntStream.range(0, 26).toArray(), letters.values());
        assertEquals(List.of(), letters.oddities(true));
    }

    @Test
    void oneHotLabelsAreNotTakenForQmnists() {
        byte[] oneHot = join(header(0xC02, 3, 4), header(0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1));
        assertArrayEquals(new int[] {2, 0, 3}, read(oneHot).values());
        byte[] first = join(header(0xC02, 2, 3), header(1, 0, 0, 0, 1, 2));
        assertArrayEquals(new int[] {1, 0}, read(first).values());
    }

    @Test
    void bytesAreOneHotOrOnlyTheClass() {
        byte[] oneHot = join(header(0x802, 2, 3), new byte[] {0, 0, 1, 1, 0, 0});
        assertArrayEquals(new int[] {2, 0}, read(oneHot).values());
        NnException e =
                assertThrows(NnException.class, () -> read(join(header(0x802, 2, 3), new byte[] {0, 0, 1, 1, 0, 1})));
        assertEquals(
                directory.resolve(TRAIN_LABELS)
                        + ": has several bytes for each image that are not one 1 and else zeros; give one byte, the class",
                e.getMessage());
    }

    /** NumPy's column vectors are saved like this. */
    @Test
    void oneNumberInEachRowIsTheClass() {
        assertArrayEquals(
                new int[] {2, 0, 1},
                read(join(header(0x802, 3, 1), new byte[] {2, 0, 1})).values());
        assertArrayEquals(
                new int[] {2, 0}, read(join(header(0xC02, 2, 1), header(2, 0))).values());
    }

    @Test
    void aGapIsOdd() {
        assertEquals(
                List.of("no example has the label 12", "no example has a label from 14 to 254"),
                read(bytes(10, 11, 13, 255)).oddities(true));
        assertEquals(List.of("no example has the label 1"), read(bytes(0, 2, 3)).oddities(true));
    }

    /** It may be a class, and it may be a mistake. */
    @Test
    void aStrayLabelIsAClassAndOdd() {
        int[] labels = IntStream.range(0, 200).map(i -> i % 10).toArray();
        labels[17] = 10;
        ClassLabels read = read(bytes(labels));
        assertEquals(11, read.classes());
        assertEquals(List.of("only 1 of 200 examples have the label 10"), read.oddities(true));
        labels[17] = 255;
        assertEquals(10, read(bytes(labels)).values()[17]);
    }

    @Test
    void integersGoFrom0To65535() {
        assertRefused("label -1 at index 1, labels go from 0 to 65535", integers(0, -1));
        assertRefused("label 65536 at index 2, labels go from 0 to 65535", integers(0, 1, 65_536));
        int[] labels = IntStream.range(0, 65_536).toArray();
        assertEquals(65_536, read(integers(labels)).classes());
    }

    @Test
    void labelsForAModelOfFewerClassesAreRefusedAtTheFirstThatItLacks() {
        ClassLabels labels = read(bytes(0, 1, 3, 2, 4));
        ClassLabels same = labels.inClassesOf(read(bytes(4, 3, 2, 1, 0)));
        assertEquals(5, same.classes());
        assertArrayEquals(new int[] {0, 1, 3, 2, 4}, same.values());
        NnException e = assertThrows(NnException.class, () -> labels.inClassesOf(read(bytes(0, 1, 2))));
        assertEquals(
                directory.resolve(TRAIN_LABELS) + ": label 3 at index 2, but no training image has this label; "
                        + "get files that belong together",
                e.getMessage());
    }
}
