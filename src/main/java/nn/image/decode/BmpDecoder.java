package nn.image.decode;

import java.io.IOException;
import nn.image.Picture;

/** Decodes a BMP with the JDK's reader. */
final class BmpDecoder {

    private BmpDecoder() {}

    /**
     * @throws IOException when the picture is too large or damaged
     */
    static Picture decode(byte[] file, int longestSide) throws IOException {
        try (ImageIoDecoder decoder = new ImageIoDecoder(file, longestSide, ImageIoDecoder.jdkReader("bmp"), 1)) {
            PictureBuilder builder = decoder.builder(0, file);
            decoder.read(0, builder);
            return builder.build();
        }
    }
}
