package nn.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import nn.NnException;

/**
 * The process's standard output. It remembers failures, because Java's own streams ignore a full disk. A closed pipe, as in
 * {@code nn ... | head}, is no failure. A writer on it tells by {@code checkError} that nothing more arrives.
 */
final class StandardOutput extends OutputStream {

    private static final int USUAL_NUMBER = 1;

    private final OutputStream stream;
    private final Path link;
    private IOException failure;

    /** @param link leads to what the stream writes to, as Linux has it for each descriptor; it may be missing */
    StandardOutput(OutputStream stream, Path link) {
        this.stream = stream;
        this.link = link;
    }

    /**
     * Writes to the descriptor that the launcher's property {@code nn.stdout} names. The launcher makes number 1 the error stream, because
     * the JVM's last words go there, whatever its options say.
     */
    static StandardOutput ofProcess() {
        int number = Integer.getInteger("nn.stdout", USUAL_NUMBER);
        return new StandardOutput(
                new FileOutputStream(descriptor(number)), Path.of("/proc/self/fd", String.valueOf(number)));
    }

    /** Java has no public way to use another number than the usual one. */
    private static FileDescriptor descriptor(int number) {
        if (number == USUAL_NUMBER) {
            return FileDescriptor.out;
        }
        try {
            Constructor<FileDescriptor> ofNumber = FileDescriptor.class.getDeclaredConstructor(int.class);
            ofNumber.setAccessible(true);
            return ofNumber.newInstance(number);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK makes no descriptor of a number", e);
        }
    }

    /** The encoding of the terminal or pipe, but UTF-8 instead of ASCII, which has no letters for a Chinese lesson. */
    Charset charset() {
        try {
            Charset expected = Charset.forName(
                    System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
            return expected.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : expected;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Charset.defaultCharset();
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (failure == null) {
            try {
                stream.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The command's exit code. If the output could not be written, reports that and returns its exit code. */
    int exitCode(int ofCommand, PrintWriter err) {
        if (failure == null || ofCommand != 0 || isBrokenPipe()) {
            return ofCommand;
        }
        err.println("nn: standard output: " + failure.getMessage() + "; not all of the result was written");
        err.flush();
        return NnException.Kind.ENVIRONMENT.exitCode();
    }

    /** Whether the reader is gone. A pipe fails for no other reason. The message is in the user's language, unless the launcher ran. */
    private boolean isBrokenPipe() {
        try {
            return Files.readSymbolicLink(link).toString().matches("(pipe|socket):.*");
        } catch (IOException e) {
            return String.valueOf(failure.getMessage()).contains("Broken pipe");
        }
    }
}
