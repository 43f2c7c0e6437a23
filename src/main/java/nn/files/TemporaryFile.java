package nn.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The temporary files and directories of atomic writes: {@code .nn-<process id>-<mark>-<random>.tmp}. The process id tells whether the writer
 * is still alive. The mark is random for each process. It distinguishes the writer from an earlier process with the same id:
 * in containers each process often has the id 1.
 */
public final class TemporaryFile {

    private static final Pattern NAME = Pattern.compile("\\.nn-([0-9]{1,10})-([0-9a-f]{8})-[0-9a-f]{8}\\.tmp");
    private static final String OWN_MARK = random();

    private TemporaryFile() {}

    /** An unused name in the directory. */
    public static Path nameIn(Path directory) {
        return directory.resolve(".nn-" + ProcessHandle.current().pid() + "-" + OWN_MARK + "-" + random() + ".tmp");
    }

    /**
     * Tests by writing whether files can be written into a directory, because permissions do not reveal read-only mounts, full disks and
     * quotas.
     */
    public static void probe(Path directory) throws IOException {
        Path probe = nameIn(directory);
        try {
            Files.write(probe, new byte[4096]);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** Deletes what dead processes left in the directory. */
    public static void clearStale(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".nn-*.tmp")) {
            for (Path file : files) {
                if (isStale(file.getFileName().toString())) {
                    delete(file);
                }
            }
        }
    }

    /** Deletes a temporary file, or a directory with all that is in it. It need not exist. */
    static void delete(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(file)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** If another living process now has the dead writer's id, the file stays until that process ends. */
    private static boolean isStale(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return false;
        }
        long pid = Long.parseLong(matcher.group(1));
        if (pid == ProcessHandle.current().pid()) {
            return !matcher.group(2).equals(OWN_MARK);
        }
        return ProcessHandle.of(pid).isEmpty();
    }
}
