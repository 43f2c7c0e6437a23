package nn.image.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A file's bytes for a javax.imageio reader, whose end can be met only so often. Some decoders take what is missing for zeros
 * and go on with them for as long as the header says: 100 bytes of WebP kept one busy for half a minute.
 */
final class FiniteInput extends MemoryCacheImageInputStream {

    /** Decoders that read ahead meet the end a few dozen times in a good file. */
    private static final int MOST_ENDS = 10_000;

    private int ends;

    FiniteInput(byte[] file) {
        super(new ByteArrayInputStream(file));
    }

    @Override
    public int read() throws IOException {
        return counted(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return counted(super.read(bytes, offset, length));
    }

    private int counted(int result) throws IOException {
        if (result < 0 && ++ends > MOST_ENDS) {
            throw new UnreadablePicture("cut short");
        }
        return result;
    }
}
