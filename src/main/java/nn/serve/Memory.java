package nn.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/** The memory for the bodies of all requests under way. A slow sender holds only what it has sent. */
final class Memory {

    private static final int BLOCK = 64 << 10;

    private final Semaphore blocks;

    /** @param bytes for all bodies together */
    Memory(long bytes) {
        blocks = new Semaphore(Math.toIntExact(bytes / BLOCK));
    }

    /**
     * A body in memory.
     *
     * @param held the blocks that it takes
     */
    record Body(byte[] bytes, int held) {}

    /**
     * Reads a stream to its end.
     *
     * @param announced its length, or -1 if that is not known
     * @param most the most bytes that it may have
     * @throws Refusal 413 if it is longer, 429 if there is no memory for it
     */
    Body read(InputStream in, long announced, int most) throws IOException {
        if (announced > most) {
            throw tooLong(most);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.max(256, Math.min(announced, BLOCK)));
        byte[] buffer = new byte[(int) Math.min(BLOCK, announced < 0 ? BLOCK : announced + 1)];
        int held = 0;
        boolean whole = false;
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (all.size() + count > most) {
                    throw tooLong(most);
                }
                all.write(buffer, 0, count);
                while ((long) held * BLOCK < all.size()) {
                    if (!blocks.tryAcquire()) {
                        throw Refusal.busy();
                    }
                    held++;
                }
            }
            whole = true;
            return new Body(all.toByteArray(), held);
        } finally {
            if (!whole) {
                blocks.release(held);
            }
        }
    }

    void free(Body body) {
        blocks.release(body.held());
    }

    private static Refusal tooLong(int most) {
        return new Refusal(413, "the body is longer than " + (most >> 20) + " MB; send less");
    }
}
