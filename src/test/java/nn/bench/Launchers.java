package nn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts in place of the program's start script. */
final class Launchers {

    private Launchers() {}

    static Path script(Path directory, String text) throws IOException {
        Path file = Files.writeString(directory.resolve("nn"), "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
