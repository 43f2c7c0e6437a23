package nn.files;

import java.nio.file.Files;
import java.nio.file.Path;
import nn.NnException;
import nn.NnException.Kind;

/** Says before a file is opened why it cannot be read. Opening a pipe would wait for ever, a device never ends. */
public final class ReadableFile {

    private ReadableFile() {}

    /** @throws NnException of the given kind unless the path leads to a regular file that this user may read */
    public static void require(Path file, Kind kind) {
        if (Files.isDirectory(file)) {
            throw NnException.of(kind, file, "is a directory", whatToName(file, kind));
        }
        if (!Files.exists(file)) {
            String what = Files.isSymbolicLink(file) ? "is a symbolic link that leads nowhere" : "does not exist";
            throw NnException.of(kind, file, what, "check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw NnException.of(kind, file, "is no regular file", "copy its content into one");
        }
        if (!Files.isReadable(file)) {
            throw NnException.of(kind, file, "may not be read by this user", "change its permissions");
        }
    }

    /** Who names a run wants its model. */
    private static String whatToName(Path directory, Kind kind) {
        Path model = directory.resolve("model.safetensors");
        return kind == Kind.BAD_CHECKPOINT && Files.isRegularFile(model)
                ? "name the model in it: " + model
                : "name a file in it";
    }
}
