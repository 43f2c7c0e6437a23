package nn.files;

import java.io.IOException;
import java.io.SyncFailedException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;

/** Why a file could not be written. Java reports most causes only as the operating system's text. */
public enum WriteFailure {
    NO_SPACE("no space left on the device", "free some space or write elsewhere", "No space left"),
    QUOTA("the disk quota is used up", "free some space or write elsewhere", "quota exceeded"),
    READ_ONLY("the file system is read-only", "write elsewhere", "Read-only file system"),
    TOO_LARGE("it would exceed the limit on file sizes", "raise the limit (ulimit -f)", "File too large"),
    TOO_MANY_OPEN("too many open files", "raise the limit (ulimit -n)", "Too many open files"),
    PERMISSION(
            "permission denied",
            "change the directory's permissions or write elsewhere",
            "Permission denied",
            "Operation not permitted"),
    NO_DIRECTORY("its directory does not exist", "make the directory or write elsewhere", "No such file"),
    NOT_A_DIRECTORY("a part of its path is a file", "write elsewhere", "Not a directory"),
    NAME_TOO_LONG("its name is too long", "choose a shorter one", "File name too long"),
    NO_LOCKS("its file system has no locks (NFS?)", "write elsewhere, or mount it with locks", "No locks available"),
    EXISTS("something else has its name", "remove that or write elsewhere", "File exists"),
    SYNC("the disk did not confirm the bytes", "check its free space and its health"),
    DISK("the disk reports an I/O error", "check the disk", "Input/output error"),
    OTHER("", "write elsewhere");

    private final String reason;
    private final String whatToDo;
    private final String[] systemTexts;

    WriteFailure(String reason, String whatToDo, String... systemTexts) {
        this.reason = reason;
        this.whatToDo = whatToDo;
        this.systemTexts = systemTexts;
    }

    /** The exception for a write that failed and left the old file unchanged. */
    public static NnException of(Path file, IOException e) {
        return new NnException(
                Kind.ENVIRONMENT, file + ": cannot be written: " + reason(e) + "; " + kind(e).whatToDo, e);
    }

    /** The cause in a few words, for the caller's own sentence. */
    static String reason(IOException e) {
        WriteFailure kind = kind(e);
        return kind == OTHER ? UntrustedText.escaped(systemText(e)) : kind.reason;
    }

    private static WriteFailure kind(IOException e) {
        if (e instanceof AccessDeniedException) {
            return PERMISSION;
        }
        if (e instanceof NoSuchFileException) {
            return NO_DIRECTORY;
        }
        if (e instanceof FileAlreadyExistsException) {
            return EXISTS;
        }
        if (e instanceof SyncFailedException) {
            return SYNC;
        }
        String text = systemText(e);
        return Arrays.stream(values())
                .filter(kind -> Arrays.stream(kind.systemTexts).anyMatch(text::contains))
                .findFirst()
                .orElse(OTHER);
    }

    private static String systemText(IOException e) {
        String text = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return text == null ? e.getClass().getSimpleName() : text;
    }
}
