package nn;

import java.nio.file.Path;
import java.util.Objects;

/**
 * An expected failure whose message is for the user. It carries the exit code of the process, and its message is one line
 * of the form {@code <file>: <what is wrong>; <what to do>}. A bug is never an {@code NnException}.
 */
public final class NnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it was; scripts tell them apart by the exit code. */
    public enum Kind {
        /** Data or an image is missing, unreadable, or shows no digit. */
        BAD_INPUT(3),
        /** A checkpoint is missing or bad. */
        BAD_CHECKPOINT(4),
        /** The training loss or a weight became NaN or infinite. */
        DIVERGED(5),
        /** A demanded accuracy or an expected value was not reached. */
        TARGET_MISSED(6),
        /** Nothing wrong with the input: cannot write, no space, locked, out of memory, native library. */
        ENVIRONMENT(7);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    public NnException(Kind kind, String message) {
        this(kind, message, null);
    }

    public NnException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind);
    }

    /** A failure that concerns one file. */
    public static NnException of(Kind kind, Path file, String whatIsWrong, String whatToDo) {
        return new NnException(kind, file + ": " + whatIsWrong + "; " + whatToDo);
    }

    public Kind kind() {
        return kind;
    }
}
