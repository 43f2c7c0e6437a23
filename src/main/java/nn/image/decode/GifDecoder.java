package nn.image.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nn.image.Picture;

/**
 * Decodes a GIF with the JDK's reader, which tells nothing of where a frame lies: that stands in the blocks between the frames (GIF89a
 * specification, sections 18 to 26).
 */
final class GifDecoder {

    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;

    private final byte[] file;
    private int at = 13;

    private GifDecoder(byte[] file) {
        this.file = file;
    }

    /**
     * @throws IOException when the picture is too large or damaged
     */
    static Picture decode(byte[] file, int longestSide) throws IOException {
        List<FramePlace> frames = new GifDecoder(file).frames();
        int count = Math.max(1, frames.size());
        try (ImageIoDecoder decoder = new ImageIoDecoder(file, longestSide, ImageIoDecoder.jdkReader("gif"), count)) {
            return PictureSequence.frames(count, index -> {
                PictureBuilder alone = decoder.builder(index, file); // this checks the frame's own size
                PictureBuilder builder = count == 1 ? alone : frames.get(index).builder(longestSide);
                decoder.read(index, builder);
                return builder.build();
            });
        }
    }

    /** Where each frame lies, up to where the file ends or makes no sense. A canvas without a size has that of the first frame. */
    private List<FramePlace> frames() {
        List<FramePlace> frames = new ArrayList<>();
        if (file.length < at) {
            return frames;
        }
        int canvasWidth = number(6);
        int canvasHeight = number(8);
        skipColors(10);
        while (at < file.length) {
            int block = file[at] & 0xff;
            if (block == FRAME && at + 10 < file.length) {
                if (canvasWidth == 0 || canvasHeight == 0) {
                    canvasWidth = number(at + 5);
                    canvasHeight = number(at + 7);
                }
                frames.add(new FramePlace(canvasWidth, canvasHeight, number(at + 1), number(at + 3)));
                int colors = at + 9;
                at += 10;
                skipColors(colors);
                at++;
            } else if (block == EXTENSION) {
                at += 2;
            } else {
                break;
            }
            skipData();
        }
        return frames;
    }

    /** Skips the color table that a byte of flags announces: three bytes for each of 2 to 256 colors. */
    private void skipColors(int flags) {
        if ((file[flags] & 0x80) != 0) {
            at += 3 << (file[flags] & 7) + 1;
        }
    }

    /** Skips blocks of data, each behind its length, and the empty one at their end. */
    private void skipData() {
        while (at < file.length && file[at] != 0) {
            at += 1 + (file[at] & 0xff);
        }
        at++;
    }

    private int number(int from) {
        return file[from] & 0xff | (file[from + 1] & 0xff) << 8;
    }
}
