package nn.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.Stream;
import nn.HostileInput;
import nn.NnException.Kind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any two files are read as training data, or refused with one line. */
@Timeout(30)
class IdxFuzzTest {

    /** Reading needs buffers, and deflate may unpack a file to a thousand times its size. */
    private static final long MOST_BYTES = 64L << 20;

    private static final Path DIRECTORY = HostileInput.directory();

    private static void survives(byte[] images, byte[] labels) throws Throwable {
        HostileInput.file(DIRECTORY, IdxSamples.TRAIN_IMAGES, images);
        HostileInput.file(DIRECTORY, IdxSamples.TRAIN_LABELS, labels);
        HostileInput.survives(Kind.BAD_INPUT, MOST_BYTES, () -> {
            DataSet data = DataDirectory.of(DIRECTORY).readTrain();
            data.readPixels(data.size() - 1, new byte[data.pixelsPerImage()]);
            Fingerprint.of(data);
        });
    }

    static Stream<byte[]> images() {
        byte[] right = IdxSamples.images(3, 2, 5);
        return Stream.of(
                right,
                IdxSamples.gzip(right),
                IdxSamples.gzip(IdxSamples.gzip(right)),
                IdxSamples.labels(3, 3),
                IdxSamples.patched(right, 4, 0x7f, -1, -1, -1),
                IdxSamples.patched(right, 8, 0x7f, -1, -1, -1));
    }

    @MethodSource("images")
    @FuzzTest
    void images(byte[] file) throws Throwable {
        survives(file, labelsFor(file));
    }

    /** As many labels as the images' header claims, up to a limit. */
    private static byte[] labelsFor(byte[] images) {
        int count = images.length < 8 ? 0 : ByteBuffer.wrap(images).getInt(4);
        return IdxSamples.labels(Math.max(3, Math.min(count, 5000)), 3);
    }

    static Stream<byte[]> labels() {
        byte[] right = IdxSamples.labels(3, 3);
        return Stream.of(
                right,
                IdxSamples.gzip(right),
                IdxSamples.join(IdxSamples.header(0xC02, 3, 8), new byte[96]),
                IdxSamples.patched(right, 4, 0x7f, -1, -1, -1));
    }

    @MethodSource("labels")
    @FuzzTest
    void labels(byte[] file) throws Throwable {
        survives(IdxSamples.images(3, 2, 5), file);
    }

    /** Corrects the checksum, which a fuzzer would not find. */
    @MethodSource("images")
    @FuzzTest
    void gzipOfAnyBytes(byte[] content) throws Throwable {
        survives(IdxSamples.gzip(content), labelsFor(content));
        survives(IdxSamples.images(3, 2, 5), IdxSamples.gzip(content));
    }
}
