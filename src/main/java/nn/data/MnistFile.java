package nn.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The four files of MNIST, with the digests of their unpacked content. */
enum MnistFile {
    TRAIN_IMAGES(
            "train-images", 60_000, 0xe9f4d8b3L, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAIN_LABELS(
            "train-labels", 60_000, 0xe0cb4ad2L, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES("t10k-images", 10_000, 0x91373bdfL, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS("t10k-labels", 10_000, 0x4ab9eff9L, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final String prefix;
    private final int count;
    private final long crc32;
    private final String sha256;

    MnistFile(String prefix, int count, long crc32, String sha256) {
        this.prefix = prefix;
        this.count = count;
        this.crc32 = crc32;
        this.sha256 = sha256;
    }

    /** MNIST's file with this name and number of entries, if any. */
    static Optional<MnistFile> of(Path path, int count) {
        String name = path.getFileName().toString();
        return Arrays.stream(values())
                .filter(file -> name.startsWith(file.prefix) && file.count == count)
                .findFirst();
    }

    /** A quick test, which detects accidents: CRC-32 of header and entries. */
    boolean hasCrc32(long crc32) {
        return this.crc32 == crc32;
    }

    /** The exact test: SHA-256 of the unpacked file. */
    boolean hasSha256(String sha256) {
        return this.sha256.equals(sha256);
    }
}
