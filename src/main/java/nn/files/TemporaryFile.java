package nn.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The temporary files of atomic writes: {@code .nn-<process id>-<mark>-<random>.tmp}. The process id tells whether the writer
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

    /** Deletes the files that dead processes left in the directory. */
    public static void clearStale(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".nn-*.tmp")) {
            for (Path file : files) {
                if (isStale(file.getFileName().toString()) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(file);
                }
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
