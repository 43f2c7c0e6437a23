package nn.data;

import static nn.data.IdxSamples.TEST_IMAGES;
import static nn.data.IdxSamples.TEST_LABELS;
import static nn.data.IdxSamples.images;
import static nn.data.IdxSamples.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of classes beside the files of a data set. */
class ClassNamesTest {

    private static final List<String> CLOTHES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    @TempDir
    private Path directory;

    private IdxSamples samples;

    @BeforeEach
    void write() {
        samples = new IdxSamples(directory);
    }

    private void name(String text) {
        samples.write("classes.tsv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void trainingAndTestHaveTheNamedClasses() {
        name(ClassNames.of(CLOTHES).text());
        samples.write(TEST_IMAGES, images(20, 28, 28));
        samples.write(TEST_LABELS, labels(20, 5));
        assertEquals(CLOTHES, samples.data().readTrain().classNames());
        assertEquals(7, samples.data().readTrain().label(17));
        assertEquals(CLOTHES, samples.data().readTest().classNames());
        assertEquals(4, samples.data().readTest().label(14));
        assertEquals(List.of(), samples.warnings);
    }

    @Test
    void labelsNeedNotBeginWithZeroAndNamedOnesNeedNotOccur() {
        byte[] fromOne = labels(200, 10);
        for (int i = 8; i < fromOne.length; i++) {
            fromOne[i]++;
        }
        samples.write(IdxSamples.TRAIN_LABELS, fromOne);
        name("11\tk\n10\tj\n9\ti\n8\th\n7\tg\n6\tf\n5\te\n4\td\n3\tc\n2\tb\n\n1\ta\n");
        DataSet data = samples.data().readTrain();
        assertEquals("abcdefghijk", String.join("", data.classNames()));
        assertEquals("d", data.classNames().get(data.label(13)));
        assertEquals(1, samples.warnings.size());
    }

    @Test
    void labelsBetweenNamedOnesAreNotMissed() {
        samples.write(IdxSamples.TRAIN_LABELS, IdxSamples.patched(labels(200, 2), 8, 9));
        samples.data().readTrain();
        assertEquals(1, samples.warnings.size());
        samples.warnings.clear();
        name("0\tno\n1\tyes\n9\tperhaps\n");
        samples.data().readTrain();
        assertEquals(List.of(), samples.warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "0,zero # line 1 is \"0,zero\", not a new label, a tab and a name",
                "0\\tzero\\n\\n0\\tnull # line 3 is",
                "-1\\tzero # line 1 is",
                "1\\ta\\n2\\ta # two classes are called a",
                "70000\\ta # the label 70000 is not from 0 to 65535",
                "1\\ta,b # is no name of a class",
                "1\\t- # is no name of a class",
                "1\\t\\u001b[31m # is no name of a class",
                "1\\t # is no name of a class",
                "\\n # no class is named"
            })
    void badNamesAreRefusedWithTheReason(String text, String reason) {
        name(text.replace("\\u001b", "\u001b").translateEscapes());
        samples.assertFault("classes.tsv", reason);
    }

    @Test
    void aLabelWithoutANameIsRefusedWithItsIndex() {
        name("0\tzero\n1\tone\n");
        samples.assertFault(IdxSamples.TRAIN_LABELS, "label 2 at index 2, but classes.tsv does not name this label");
    }

    @Test
    void aNameIsCheckedBeforeItIsWritten() {
        assertThrows(IllegalArgumentException.class, () -> ClassNames.of(List.of("a", "b,c")));
        assertEquals("1\ta\n2\tb\n", ClassNames.from(1, List.of("a", "b")).text());
    }
}
