package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.image.GrayPng;

/** What each flag of {@code nn data convert} changes. */
final class DataConvertExamples extends Examples {

    private final Path scratch;
    private final Path pictures;
    private int made;

    /** @param scratch gets a directory of pictures, 10 of each of two classes */
    DataConvertExamples(Path scratch) throws IOException {
        super("data convert");
        this.scratch = scratch.resolve("convert");
        pictures = this.scratch.resolve("pictures");
        for (int i = 0; i < 20; i++) {
            Path directory = Files.createDirectories(pictures.resolve(i < 10 ? "first" : "second"));
            Files.write(directory.resolve(i + ".png"), SmallMnist.testPng(i));
        }
        flag("--out", () -> {
            Path out = next();
            assertEquals(
                    out + ": 20 training images and 0 test images of 28 x 28 pixels in 2 classes\n",
                    run(pictures, "--out", out).printed());
            assertEquals(20, DataDirectory.of(out).readTrain().size());
            run(pictures).refuses(2, "no --out given");
        });
        flag("--format", () -> {
            Path out = next();
            run(SmallMnist.raw(), "--format csv --out", out).printed();
            assertTrue(Files.exists(out.resolve("train.csv")));
            run(SmallMnist.raw(), "--out", next()).refuses(2, "no --format given; choose png, csv or npz");
            run(SmallMnist.raw(), "--format npz --out", next()).refuses(2, "--out is '", "'; its ending must be .npz");
            run(pictures, "--format csv --out", next()).refuses(2, "--format goes with a data directory");
        });
        flag("--test", () -> {
            Path out = next();
            run(pictures, "--test", pictures, "--out", out).printed();
            assertEquals(20, DataDirectory.of(out).readTest().size());
            run(pictures, "--test", pictures, "--test-share 0.1 --out", next()).refuses(2, "exclude each other");
        });
        flag("--test-share", () -> {
            DataSet test = DataDirectory.of(shared("")).readTest();
            assertEquals(6, test.size());
            long second = IntStream.range(0, 6).filter(i -> test.label(i) == 1).count();
            assertEquals(3, second, "the same share of each class");
        });
        flag("--seed", () -> {
            assertArrayEquals(testImages(shared("")), testImages(shared("--seed 1")));
            assertNotEquals(Arrays.toString(testImages(shared(""))), Arrays.toString(testImages(shared("--seed 2"))));
            run(pictures, "--seed 1 --out", next()).refuses(2, "--seed draws test images");
        });
        flag("--rows", () -> {
            Path table = table("1,0,1,2,3,4,5\n");
            run(table, "--out", next())
                    .refuses(3, "line 1: 6 pixels make no square (if the images are none, add --rows)");
            Path out = next();
            run(table, "--rows 2 --out", out).printed();
            assertEquals(3, DataDirectory.of(out).readTrain().columns());
            run(table, "--rows 4 --out", next()).refuses(3, "line 1: 6 pixels do not make 4 rows");
            run(pictures, "--rows 4 --out", next()).refuses(2, "--rows is for tables and arrays");
        });
        flag("--pixels", () -> {
            Path table = table("1,0,1,0.5,0\n");
            run(table, "--out", next())
                    .refuses(
                            3,
                            "line 1: value 4: 0.5 is no whole number from 0 to 255 (if full ink is 1, add --pixels 1)");
            Path out = next();
            run(table, "--pixels 1 --out", out).printed();
            assertArrayEquals(new byte[] {0, (byte) 255, (byte) 128, 0}, first(out));
            run(table, "--pixels 2 --out", next()).refuses(2, "--pixels is '2'; it must be 255 or 1");
            run(table("1,0,1,2,0\n"), "--pixels 1 --out", next())
                    .refuses(3, "line 1: value 4: 2.0 is no number from 0 to 1");
        });
        Path dark = Files.createDirectories(this.scratch.resolve("one/1"));
        Files.write(dark.resolve("1.png"), SmallMnist.testPng(2));
        flag("--invert", () -> {
            assertArrayEquals(converted(""), converted("--invert no"));
            run(this.scratch.resolve("one"), "--invert yes --out", next()).refuses(3, "no ink found");
            run(table("1,0,1,2,0\n"), "--invert yes --out", next()).refuses(2, "--invert and --raw are for pictures");
        });
        flag("--raw", () -> {
            Path wide = Files.createDirectories(this.scratch.resolve("wide/1"));
            Files.write(wide.resolve("1.png"), GrayPng.encode(new byte[100 * 50], 50, 100));
            Path out = next();
            run(this.scratch.resolve("wide"), "--out", out).refuses(3, "gives no images", "no ink found");
            assertArrayEquals(SmallMnist.testPixels(2), converted("--raw"));
        });
        shownBy("--quiet", DataConvertTest.class, "quietlyOnlyTheResultIsPrinted");
        shownBy("--verbose", DataConvertTest.class, "quietlyOnlyTheResultIsPrinted");
        stacktrace(this.scratch.resolve("missing"), "--out", next());
    }

    private Path next() {
        return scratch.resolve("made-" + made++);
    }

    private Path table(String text) throws IOException {
        return Files.writeString(scratch.resolve("table.csv"), text);
    }

    private Path shared(String flags) {
        Path out = next();
        run(pictures, "--test-share 0.3", flags, "--out", out).printed();
        return out;
    }

    private byte[] converted(String flags) {
        Path out = next();
        run(scratch.resolve("one"), flags, "--out", out).printed();
        return first(out);
    }

    private static byte[] first(Path data) {
        DataSet train = DataDirectory.of(data).readTrain();
        byte[] image = new byte[train.pixelsPerImage()];
        train.readPixels(0, image);
        return image;
    }

    private static byte[] testImages(Path data) throws IOException {
        return Files.readAllBytes(data.resolve("t10k-images-idx3-ubyte"));
    }
}
