package nn.image.decode;

import java.util.Locale;
import javax.imageio.ImageReader;

/** Hears what a javax.imageio reader has to complain about: a cut JPEG decodes "well", and only a listener is told. */
final class WarningCollector {

    private WarningCollector() {}

    /** From now on, and in place of who listened before. */
    static void listen(ImageReader reader, PictureBuilder builder) {
        reader.removeAllIIOReadWarningListeners();
        boolean[] warned = {false};
        reader.addIIOReadWarningListener((source, warning) -> {
            // Complaints about metadata and color profiles do not touch the pixels, nor do defaults that a TIFF leaves
            // to us.
            String text = warning.toLowerCase(Locale.ROOT);
            if (!warned[0] && !text.contains("metadata") && !text.contains("profile") && !text.contains("assuming")) {
                warned[0] = true;
                builder.warn("the file is damaged or cut short; a part of the picture may be missing");
            }
        });
    }
}
