package nn.cli;

import java.nio.file.Path;
import java.util.Locale;

/** The name of a picture that a command writes. */
final class PngName {

    private PngName() {}

    /** Refuses a name that does not say what the file will be; null, for none, is fine. */
    static void check(String flag, Path file, Command command) {
        if (file != null && !file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw command.usage(flag + " is '" + file + "'; it must be a file with a name that ends in .png");
        }
    }
}
