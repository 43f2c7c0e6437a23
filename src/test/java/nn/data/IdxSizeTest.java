package nn.data;

import static nn.data.IdxSamples.TRAIN_IMAGES;
import static nn.data.IdxSamples.TRAIN_LABELS;
import static nn.data.IdxSamples.gzip;
import static nn.data.IdxSamples.header;
import static nn.data.IdxSamples.images;
import static nn.data.IdxSamples.join;
import static nn.data.IdxSamples.labels;
import static nn.data.IdxSamples.patched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nn.Plural;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are shorter or longer than their headers say. They give an error, or a warning about extra bytes. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class IdxSizeTest {

    private static final byte[] IMAGES = images(200, 28, 28);
    private static final byte[] LABELS = labels(200, 10);

    @TempDir
    private Path directory;

    private IdxSamples samples;

    @BeforeEach
    void writeRightFiles() {
        samples = new IdxSamples(directory);
    }

    @Test
    void shortFilesSayExpectedAndActualBytes() {
        samples.assertImagesFault("200 images must have 156,816 bytes, it has 16 bytes;", Arrays.copyOf(IMAGES, 16));
        samples.assertImagesFault(
                "200 images must have 156,816 bytes, it has 156,815 bytes;", Arrays.copyOf(IMAGES, 156_815));
        samples.assertImagesFault(
                "200 images must have 156,816 bytes, it has 156,000 bytes after unpacking;",
                gzip(Arrays.copyOf(IMAGES, 156_000)));
        samples.write(TRAIN_IMAGES, IMAGES);
        samples.assertLabelsFault("200 labels must have 208 bytes, it has 100 bytes;", Arrays.copyOf(LABELS, 100));
    }

    @Test
    void moreImagesThanTheFileHoldsIsAnError() {
        samples.assertImagesFault("must have 156,800,016 bytes", patched(IMAGES, 4, 0, 3, 0x0d, 0x40));
    }

    @Test
    void hugeCountsAreErrorsBeforeMemoryIsTaken() {
        samples.assertImagesFault("is cut off", join(header(0x803, Integer.MAX_VALUE, 28, 28), new byte[100]));
        byte[] gzip = gzip(join(header(0x803, Integer.MAX_VALUE, 28, 28), new byte[100]));
        samples.assertImagesFault(
                "must have 1,683,627,179,264 bytes, it has " + Plural.of(gzip.length, "byte") + " of gzip;", gzip);
        samples.assertImagesFault("-2147483648 entries", join(header(0x803, Integer.MIN_VALUE, 28, 28), new byte[100]));
        samples.assertImagesFault("65536 x 65537 pixels", join(header(0x803, 1, 65536, 65537), new byte[100]));
        samples.assertImagesFault(
                "2147483647 x 2147483647 pixels",
                join(header(0x803, 1, Integer.MAX_VALUE, Integer.MAX_VALUE), new byte[100]));
    }

    @Test
    void headerOf27RowsForImagesOf28IsAnError() {
        samples.assertImagesFault("is too long: 200 images of 27 x 28", patched(IMAGES, 11, 27));
        samples.assertImagesFault("is too long: 200 images of 27 x 28", gzip(patched(IMAGES, 11, 27)));
    }

    /** Without an error, the last image would be dropped silently. */
    @Test
    void aHeaderThatCountsOneImageLessIsAnError() {
        samples.write(TRAIN_LABELS, labels(199, 10));
        String what = "is too long: 199 images of 28 x 28 pixels must have 156,032 bytes, it has 156,816 bytes";
        samples.assertImagesFault(what + ";", patched(IMAGES, 7, 199));
        samples.assertImagesFault(what + " after unpacking;", gzip(patched(IMAGES, 7, 199)));
    }

    @Test
    void bytesBehindTheDataAreWorthAWarning() {
        byte[] padding = new byte[783];
        samples.write(TRAIN_IMAGES, join(IMAGES, padding));
        samples.write(TRAIN_LABELS, gzip(join(LABELS, new byte[2])));
        samples.assertReadWithWarnings(
                directory.resolve(TRAIN_LABELS) + ": ignored 2 bytes after the data",
                directory.resolve(TRAIN_IMAGES) + ": ignored 783 bytes after the data");
        samples.write(TRAIN_IMAGES, gzip(join(IMAGES, padding)));
        samples.write(TRAIN_LABELS, join(LABELS, new byte[200]));
        samples.assertReadWithWarnings(
                directory.resolve(TRAIN_LABELS) + ": ignored 200 bytes after the data",
                directory.resolve(TRAIN_IMAGES) + ": ignored 783 bytes after the data");
    }

    @Test
    void gzipOfTwoMembersIsOneFile() {
        samples.write(
                TRAIN_IMAGES,
                join(gzip(Arrays.copyOf(IMAGES, 70_000)), gzip(Arrays.copyOfRange(IMAGES, 70_000, IMAGES.length))));
        samples.assertReadWithWarnings();
    }

    @Test
    void zerosBehindGzipAreIgnored() {
        samples.write(TRAIN_IMAGES, join(gzip(IMAGES), new byte[512]));
        samples.assertReadWithWarnings();
    }

    @Test
    void otherBytesBehindGzipAreWorthAWarning() {
        byte[] whole = gzip(IMAGES);
        byte[] members = join(whole, gzip(new byte[0]));
        for (int count : new int[] {1, 2, 7, 18, 19, 27, 300_000}) {
            byte[] junk = new byte[count];
            junk[count - 1] = 'x';
            byte[] mark = patched(junk, 0, Arrays.copyOf(new int[] {0x1f, 0x8b, 9}, Math.min(3, count)));
            for (byte[] file : List.of(join(whole, junk), join(members, junk), join(whole, mark))) {
                samples.write(TRAIN_IMAGES, file);
                samples.assertReadWithWarnings(
                        directory.resolve(TRAIN_IMAGES) + ": ignored " + Plural.of(count, "byte") + " after the data");
            }
        }
    }

    /** Up to 64 MB are read. */
    @Test
    void dataWithoutEndBehindTheLabelsIsAnError() {
        byte[] much = join(gzip(LABELS), gzip(new byte[64 << 20]));
        samples.write(TRAIN_LABELS, much);
        samples.assertReadWithWarnings(directory.resolve(TRAIN_LABELS) + ": ignored 67,108,864 bytes after the data");
        samples.assertLabelsFault(
                "continues for more than 67,108,864 bytes after its 200 labels", join(much, gzip(new byte[1])));
    }

    /** So no memory is allocated for missing images. */
    @Test
    void aGzipFileOfTheWrongSizeIsKnownByItsEnd() {
        for (int bytes : new int[] {150_000, 156_815, 156_816, 156_817}) {
            Path file = samples.write(TRAIN_IMAGES, gzip(Arrays.copyOf(IMAGES, bytes)));
            assertEquals(
                    bytes == 156_816,
                    IdxFile.open(file, IdxHeader.Content.IMAGES).looksComplete(),
                    bytes + " bytes");
        }
        Path raw = samples.write(TRAIN_IMAGES, join(IMAGES, new byte[1]));
        assertTrue(IdxFile.open(raw, IdxHeader.Content.IMAGES).looksComplete());
    }

    private static byte[] transferredAsText(byte[] right) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        for (byte value : right) {
            if (value == '\n') {
                damaged.write('\r');
            }
            damaged.write(value);
        }
        return damaged.toByteArray();
    }

    @Test
    void transferAsTextIsNamed() {
        samples.assertImagesFault("was damaged by a transfer as text", transferredAsText(IMAGES));
    }

    /** Each line feed must follow a carriage return, and their number must equal the number of extra bytes. */
    @Test
    void aLongerFileThatATransferAsTextDoesNotExplainIsNamedForItsSize() {
        byte[] withoutLineFeeds = join(header(0x803, 200, 1, 1), new byte[200]);
        String tooLong = "is too long: 200 images of 1 x 1 pixels must have 216 bytes, it has ";
        samples.assertImagesFault(tooLong + 218, join(withoutLineFeeds, new byte[2]));
        byte[] twoLines = transferredAsText(patched(withoutLineFeeds, 20, '\n', 7, '\n'));
        samples.assertImagesFault("was damaged by a transfer as text", twoLines);
        samples.assertImagesFault(tooLong + 219, join(twoLines, new byte[1]));
        samples.assertImagesFault(tooLong + 218, patched(twoLines, 20, 1));
    }

    /** Its 256 MB and more, mostly a hole, would have to be read. */
    @Test
    void aLargeFileIsNotSearchedForATransferAsText() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve(TRAIN_IMAGES).toFile(), "rw")) {
            file.setLength((256 << 20) + 1);
        }
        samples.assertFault(
                TRAIN_IMAGES,
                "is too long: 200 images of 28 x 28 pixels must have 156,816 bytes, it has 268,435,457 bytes;");
    }
}
