package nn.image.decode;

import java.io.EOFException;
import java.io.IOException;

/**
 * What the markers before a JPEG's first scan say (ITU-T T.81 Annex B; Adobe Technical Note 5116 for APP14).
 *
 * @param width       columns as stored
 * @param height      rows as stored
 * @param samples     what the decoded components mean
 * @param orientation EXIF orientation, 1 to 8
 */
record JpegHeader(int width, int height, Samples samples, int orientation) {

    /** The meaning of the components, in their order in the file. */
    enum Samples {
        /** Gray or YCbCr. */
        LUMINANCE_FIRST,
        RGB,
        /** 0 is no ink. */
        CMYK,
        /** 255 is no ink, as Adobe's programs write it. */
        INVERTED_CMYK,
        /** The same, its C, M and Y coded as YCbCr. */
        INVERTED_YCCK
    }

    /**
     * @throws IOException when no frame header is found
     */
    static JpegHeader of(byte[] file) throws IOException {
        int orientation = Orientation.UPRIGHT;
        int adobeTransform = -1;
        int at = 2;
        while (true) {
            while (at < file.length && (file[at] & 0xff) != 0xff) {
                at++;
            }
            while (at < file.length && (file[at] & 0xff) == 0xff) {
                at++;
            }
            if (at + 3 > file.length) {
                throw new EOFException("the JPEG ends before its picture");
            }
            int marker = file[at] & 0xff;
            if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8) {
                at++;
                continue;
            }
            int length = unsignedShort(file, at + 1);
            int payload = at + 3;
            int end = at + 1 + length;
            if (length < 2 || end > file.length) {
                throw new EOFException("the JPEG ends before its picture");
            }
            if (marker == 0xe1
                    && length >= 8
                    && file[payload] == 'E'
                    && file[payload + 1] == 'x'
                    && file[payload + 2] == 'i'
                    && file[payload + 3] == 'f') {
                orientation = Orientation.ofTiff(file, payload + 6, end);
            } else if (marker == 0xee && length >= 14 && file[payload] == 'A' && file[payload + 1] == 'd') {
                adobeTransform = file[payload + 11] & 0xff;
            } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return ofFrame(file, payload, end, adobeTransform, orientation);
            } else if (marker == 0xd9 || marker == 0xda) {
                throw new UnreadablePicture("a damaged JPEG (no picture in it)");
            }
            at = end;
        }
    }

    private static JpegHeader ofFrame(byte[] file, int payload, int end, int adobeTransform, int orientation)
            throws IOException {
        if (end - payload < 6 || end - payload < 6 + 3 * file[payload + 5]) {
            throw new UnreadablePicture("a damaged JPEG (its header is too short)");
        }
        int components = file[payload + 5];
        boolean namedRgb =
                components == 3 && file[payload + 6] == 'R' && file[payload + 9] == 'G' && file[payload + 12] == 'B';
        Samples samples = switch (components) {
            case 3 -> adobeTransform == 0 || adobeTransform < 0 && namedRgb ? Samples.RGB : Samples.LUMINANCE_FIRST;
            case 4 ->
                adobeTransform == 2
                        ? Samples.INVERTED_YCCK
                        : adobeTransform >= 0 ? Samples.INVERTED_CMYK : Samples.CMYK;
            default -> Samples.LUMINANCE_FIRST;
        };
        return new JpegHeader(unsignedShort(file, payload + 3), unsignedShort(file, payload + 1), samples, orientation);
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
