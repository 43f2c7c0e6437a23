package nn.image.decode;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nn.image.Picture;

/** Decodes a WebP, which the JDK cannot, with the reader of TwelveMonkeys; only here is that library touched. */
final class WebpDecoder {

    /** The bit of the extended header that says so. */
    private static final int ANIMATED = 2;

    private WebpDecoder() {}

    /**
     * @throws IOException when the picture is too large or damaged
     */
    static Picture decode(byte[] file, int longestSide) throws IOException {
        System.setProperty("java.awt.headless", "true");
        // The container says how long it is (RIFF, bytes 4 to 7): a cut file is refused before the decoder guesses.
        long length = 8 + Integer.toUnsignedLong(number(file, 4, 4));
        if (length > file.length) {
            throw new EOFException("the WebP ends early");
        }
        List<FramePlace> frames = frames(file);
        int count = Math.max(1, frames.size());
        try (ImageIoDecoder decoder =
                new ImageIoDecoder(file, longestSide, new WebPImageReaderSpi().createReaderInstance(null), count)) {
            return PictureSequence.frames(count, index -> {
                PictureBuilder builder = frames.isEmpty()
                        ? decoder.builder(0)
                        : frames.get(index).builder(longestSide);
                decoder.read(index, builder);
                return Orientation.upright(builder.build(), orientation(file));
            });
        }
    }

    /** Where each frame of an animation lies; none if it is a still picture (RFC 9649, section 2.7). */
    private static List<FramePlace> frames(byte[] file) {
        List<FramePlace> frames = new ArrayList<>();
        if (!ImageFormat.starts(file, 12, "VP8X") || file.length < 30 || (file[20] & ANIMATED) == 0) {
            return frames;
        }
        forEachChunk(file, (payload, length) -> {
            if (ImageFormat.starts(file, payload - 8, "ANMF") && length >= 16) {
                frames.add(new FramePlace(
                        1 + number(file, 24, 3),
                        1 + number(file, 27, 3),
                        2 * number(file, payload, 3),
                        2 * number(file, payload + 3, 3)));
            }
        });
        return frames;
    }

    /** The orientation of the EXIF chunk, if there is one. */
    private static int orientation(byte[] file) {
        int[] orientation = {Orientation.UPRIGHT};
        forEachChunk(file, (payload, length) -> {
            if (ImageFormat.starts(file, payload - 8, "EXIF")) {
                int skipped = length > 6 && file[payload] == 'E' ? 6 : 0;
                orientation[0] = Orientation.ofTiff(file, payload + skipped, payload + length);
            }
        });
        return orientation[0];
    }

    private interface Chunk {
        void at(int payload, int length);
    }

    /** All chunks that lie in the file as a whole. */
    private static void forEachChunk(byte[] file, Chunk chunk) {
        long at = 12;
        while (at + 8 <= file.length) {
            long length = Integer.toUnsignedLong(number(file, (int) at + 4, 4));
            if (length > file.length - at - 8) {
                break;
            }
            chunk.at((int) at + 8, (int) length);
            at += 8 + length + (length & 1);
        }
    }

    private static int number(byte[] file, int at, int bytes) {
        int number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | file[at + i] & 0xff;
        }
        return number;
    }
}
