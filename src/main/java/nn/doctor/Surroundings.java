package nn.doctor;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.Choice;

/** Checks of what a user can set up: variables, places to write, fonts. */
final class Surroundings {

    private static final long LEAST_MEGABYTES = 100;

    private static final String HOME = "user.home";

    private Surroundings() {}

    static Finding variables(List<String> unknown) {
        return unknown.isEmpty()
                ? Finding.ok("environment", "no variable that nn does not know")
                : Finding.warning(
                        "environment",
                        "no option has the name of " + Choice.of(unknown),
                        "check the name; 'nn --help' lists the variables");
    }

    static Finding currentDirectory() {
        return writable("current directory", Path.of(""), "change to a directory of yours, or name one with --out");
    }

    static Finding temporaryFiles() {
        return writable(
                "temporary files",
                Path.of(System.getProperty("java.io.tmpdir")),
                "name a directory with NN_JAVA_OPTS=-Djava.io.tmpdir=DIR");
    }

    private static Finding writable(String subject, Path directory, String advice) {
        Path path = directory.toAbsolutePath();
        if (!Files.isWritable(path)) {
            return Finding.problem(subject, path + ": cannot be written", advice);
        }
        try {
            long free = Files.getFileStore(path).getUsableSpace() >> 20;
            String found = "%s: %,d MB free".formatted(path, free);
            return free < LEAST_MEGABYTES
                    ? Finding.problem(subject, found, "delete what is not needed; " + advice)
                    : Finding.ok(subject, found);
        } catch (IOException e) {
            return Finding.problem(subject, path + ": cannot be looked at (" + e.getMessage() + ")", advice);
        }
    }

    /** Charts and pictures of lessons have text. */
    static Finding fonts() {
        // Java remembers below the home directory which fonts it has found. What it finds today counts, and nothing is
        // to be written.
        String home = System.getProperty(HOME);
        System.setProperty(HOME, "/dev/null");
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            boolean drawn = font.getStringBounds("0", new FontRenderContext(null, true, true))
                            .getWidth()
                    > 0;
            if (drawn) {
                return Finding.ok("fonts", "Java draws with " + font.getFontName());
            }
        } catch (LinkageError | InternalError | RuntimeException e) {
            // Java has several ways to say that it finds none.
        } finally {
            System.setProperty(HOME, home);
        }
        return Finding.warning(
                "fonts",
                "Java finds none, so reports have tables in place of charts",
                "install fontconfig and a font, such as fonts-dejavu-core");
    }
}
