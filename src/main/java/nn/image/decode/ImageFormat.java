package nn.image.decode;

/** The kinds of picture that are read, told by a file's first bytes, never by its name. */
enum ImageFormat {
    PNG("png"),
    JPEG("jpg"),
    GIF("gif"),
    BMP("bmp"),
    TIFF("tif"),
    WEBP("webp"),
    NETPBM("pnm");

    static final String READABLE = "give a PNG, JPEG, GIF, BMP, TIFF, WebP or netpbm picture";

    private static final String PNG_SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private final String ending;

    ImageFormat(String ending) {
        this.ending = ending;
    }

    /** The usual ending of a file's name. */
    String ending() {
        return ending;
    }

    /**
     * @throws ForeignFile when the bytes are none of these
     */
    static ImageFormat of(byte[] file) throws ForeignFile {
        if (starts(file, 0, PNG_SIGNATURE) && !isApplePng(file)) {
            return PNG;
        } else if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (starts(file, 0, "GIF87a") || starts(file, 0, "GIF89a")) {
            return GIF;
        } else if (starts(file, 0, "BM") && file.length >= 26) {
            return BMP;
        } else if (starts(file, 0, "II*\0") || starts(file, 0, "MM\0*")) {
            return TIFF;
        } else if (starts(file, 0, "RIFF") && starts(file, 8, "WEBP")) {
            return WEBP;
        } else if (NetpbmDecoder.isNetpbm(file)) {
            return NETPBM;
        }
        throw ForeignFile.of(file);
    }

    /** What Apple's tools make of the PNGs in an app: other compressed data, blue before red. */
    static boolean isApplePng(byte[] file) {
        return starts(file, 0, PNG_SIGNATURE) && starts(file, 12, "CgBI");
    }

    /** Whether these bytes, each a character of the text, stand there. */
    static boolean starts(byte[] file, int from, String bytes) {
        if (from < 0 || file.length < from + bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((file[from + i] & 0xff) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
