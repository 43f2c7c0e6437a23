package nn.cli;

import java.nio.file.Path;
import java.util.Locale;

/** Checks the name of a picture that a command writes. */
final class PngName {

    private PngName() {}

    /** Refuses a name that does not end in {@code .png}. Null means that the flag is not given. */
    static void check(String flag, Path file, Command command) {
        if (file != null && !file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw command.usage(flag + " is '" + file + "'; it must be a file with a name that ends in .png");
        }
    }
}
