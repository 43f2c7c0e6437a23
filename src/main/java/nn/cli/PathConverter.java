package nn.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Reads a path. A shell expands {@code --out ~/x}, but not {@code --out=~/x}. */
final class PathConverter implements ITypeConverter<Path> {

    @Override
    public Path convert(String value) {
        String home = System.getenv("HOME");
        boolean inHome = home != null && (value.equals("~") || value.startsWith("~/"));
        return Path.of(inHome ? home + value.substring(1) : value);
    }
}
