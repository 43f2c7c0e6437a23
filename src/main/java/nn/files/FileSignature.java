package nn.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Recognizes by its first bytes what kind of file the user gave instead of a checkpoint. */
public final class FileSignature {

    /** The number of first bytes that {@link #describe} wants. */
    public static final int LENGTH = 64;

    private record Known(String what, int... bytes) {

        boolean matches(byte[] head) {
            for (int i = 0; i < bytes.length; i++) {
                if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("a PNG image", 0x89, 'P', 'N', 'G'),
            new Known("a JPEG image", 0xff, 0xd8, 0xff),
            new Known("a GIF image", 'G', 'I', 'F', '8'),
            new Known("a zip archive (a PyTorch .pt, a Keras .keras and a NumPy .npz are such)", 'P', 'K', 3, 4),
            new Known("a gzip file", 0x1f, 0x8b),
            new Known("an HDF5 file", 0x89, 'H', 'D', 'F'),
            new Known("a NumPy array (.npy)", 0x93, 'N', 'U', 'M', 'P', 'Y'),
            new Known("a Java-serialized object, which nn never reads", 0xac, 0xed, 0x00, 0x05),
            new Known("a Python pickle, which nn never reads", 0x80, 2),
            new Known("a Python pickle, which nn never reads", 0x80, 3),
            new Known("a Python pickle, which nn never reads", 0x80, 4, 0x95),
            new Known("a Python pickle, which nn never reads", 0x80, 5, 0x95),
            new Known("an IDX data file", 0, 0, 8, 1),
            new Known("an IDX data file", 0, 0, 8, 3),
            new Known("a Git LFS pointer; the file itself was not downloaded", lfs()));

    private FileSignature() {}

    private static int[] lfs() {
        return "version https://git-lfs".chars().toArray();
    }

    /** The kind of file, with its article. */
    public static String describe(byte[] head) {
        for (Known known : KNOWN) {
            if (known.matches(head)) {
                return known.what();
            }
        }
        return isText(head) ? "a text file" : "of an unknown kind";
    }

    /** Ignores the last three bytes of a cut head, because the cut may split a character. */
    private static boolean isText(byte[] head) {
        int judged = head.length < LENGTH ? head.length : head.length - 3;
        String text = new String(Arrays.copyOf(head, judged), StandardCharsets.UTF_8);
        return text.chars().noneMatch(c -> c == 0xfffd || c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
