package nn.image.decode;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.EOFException;
import java.io.IOException;
import nn.image.Picture;

/** Decodes a WebP, which the JDK cannot, with the reader of TwelveMonkeys; only here is that library touched. */
final class WebpDecoder {

    private WebpDecoder() {}

    /**
     * @throws IOException when the picture is too large or damaged
     */
    static Picture decode(byte[] file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        // The container says how long it is (RIFF, bytes 4 to 7): a cut file is refused before the decoder guesses.
        long length = 8 + Integer.toUnsignedLong(littleInt(file, 4));
        if (length > file.length) {
            throw new EOFException("the WebP ends early");
        }
        return ImageIoDecoder.decode(
                file, new WebPImageReaderSpi().createReaderInstance(null), "webp", orientation(file));
    }

    /** The orientation of the EXIF chunk, if there is one. */
    private static int orientation(byte[] file) {
        int at = 12;
        while (at + 8L <= file.length) {
            long length = Integer.toUnsignedLong(littleInt(file, at + 4));
            int payload = at + 8;
            if (length > file.length - payload) {
                break;
            }
            if (file[at] == 'E' && file[at + 1] == 'X' && file[at + 2] == 'I' && file[at + 3] == 'F') {
                int skipped = file.length - payload > 6 && file[payload] == 'E' ? 6 : 0;
                return Orientation.ofTiff(file, payload + skipped, payload + (int) length);
            }
            at = payload + (int) (length + (length & 1));
        }
        return Orientation.UPRIGHT;
    }

    private static int littleInt(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }
}
