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
 * The temporary siblings that atomic writes make: {@code .nn-<process id>-<mark of the process>-<random>.tmp}. The process id
 * tells whether the writer still lives. The mark tells it from a dead process that had the same id, as in containers each
 * process often has the id 1.
 */
public final class TemporaryFile {

    private static final Pattern NAME = Pattern.compile("\\.nn-([0-9]{1,10})-([0-9a-f]{8})-[0-9a-f]{8}\\.tmp");
    private static final String OWN_MARK = random();

    private TemporaryFile() {}

    /** A name in the directory that no file has yet. */
    public static Path nameIn(Path directory) {
        return directory.resolve(".nn-" + ProcessHandle.current().pid() + "-" + OWN_MARK + "-" + random() + ".tmp");
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** Deletes what dead processes left in the directory; files of living ones, and of any other name, stay. */
    public static void clearStale(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".nn-*.tmp")) {
            for (Path file : files) {
                if (isStale(file.getFileName().toString()) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A living process that got the id of a dead one keeps the file until it ends itself; that costs only its space. */
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
