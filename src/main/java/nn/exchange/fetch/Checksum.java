package nn.exchange.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The published checksum of a file.
 *
 * @param algorithm {@code MD5} or {@code SHA-256}. MD5 shows damage; against forgery it is weak, but its makers published no other
 * @param hex       its value, lower-case
 */
public record Checksum(String algorithm, String hex) {

    private static final int BUFFER = 64 << 10;

    public static Checksum md5(String hex) {
        return new Checksum("MD5", hex);
    }

    /** The checksum that a file has, by the same algorithm. */
    Checksum of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    boolean fits(Path file) throws IOException {
        return equals(of(file));
    }
}
