package nn.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import nn.NnException;

/** Turns an {@link IOException} while reading into a message for the user. */
final class ReadFailure {

    private ReadFailure() {}

    static NnException of(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return bad(path, "is missing", "give a directory that has it", e);
        }
        if (e instanceof AccessDeniedException) {
            return bad(path, "may not be read (permission denied)", "change its permissions", e);
        }
        if (e instanceof EOFException) {
            return bad(path, "is cut off (gzip ends early)", "get the file again", e);
        }
        if (e instanceof ZipException) {
            return bad(path, "is damaged (gzip: " + e.getMessage() + ")", "get the file again", e);
        }
        if (String.valueOf(e.getMessage()).contains("Too many open files")) {
            return new NnException(
                    NnException.Kind.ENVIRONMENT,
                    path + ": cannot be opened: too many open files; raise the limit (ulimit -n)",
                    e);
        }
        return bad(path, "cannot be read (" + e.getMessage() + ")", "check the file and its disk", e);
    }

    private static NnException bad(Path path, String whatIsWrong, String whatToDo, IOException cause) {
        return new NnException(NnException.Kind.BAD_INPUT, path + ": " + whatIsWrong + "; " + whatToDo, cause);
    }
}
