package nn.cli;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The name of a picture that a command writes. */
final class PngName {

    private PngName() {
    }

    /** Refuses a name that does not say what the file will be; null, for none, is fine. */
    static void check(String flag, Path file, CommandSpec spec) {
        if (file != null && !file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new ParameterException(spec.commandLine(), flag + " is '" + file + "'; it must be a file with a name that ends in .png");
        }
    }
}
