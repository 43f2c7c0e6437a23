package nn.image.decode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file that is no picture that is read; the message says what it is instead, as a noun phrase. */
final class ForeignFile extends UnreadablePicture {

    private static final long serialVersionUID = 1L;

    private static final String MAGICK = "magick %1$s[0] %2$s";
    /** The first box of JPEG 2000 and JPEG XL: its length, its name between these two, and what a transfer as text would damage. */
    private static final String BOX = "\0\0\0\u000c";

    private static final String BOX_END = "\r\n\u0087\n";

    private ForeignFile(String what, String converter) {
        super(what, converter);
    }

    private ForeignFile(String what) {
        super(what);
    }

    @Override
    String whatElseToDo() {
        return ImageFormat.READABLE;
    }

    static ForeignFile of(byte[] file) {
        String text = new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1);
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("version https://git-lfs")) {
            return new ForeignFile("a git-LFS pointer, not the picture itself (git lfs pull fetches it)");
        } else if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.contains("<html")) {
            return new ForeignFile("an HTML page, perhaps of a failed download");
        } else if (lower.contains("<svg")) {
            return new ForeignFile("an SVG drawing", "rsvg-convert -o %2$s %1$s");
        } else if (lower.startsWith("<?xml")) {
            return new ForeignFile("an XML file");
        } else if (lower.startsWith("%pdf")) {
            return new ForeignFile("a PDF document", "magick -density 200 %1$s[0] %2$s");
        } else if (lower.startsWith("data:")) {
            return new ForeignFile("a data URL that is not base64");
        } else if (ImageFormat.starts(file, 0, "\0\0\u0008") && file.length > 3 && file[3] >= 1 && file[3] <= 4) {
            return new ForeignFile("an IDX data file");
        } else if (ImageFormat.starts(file, 0, "\u001f\u008b")) {
            return new ForeignFile("a gzip file");
        } else if (ImageFormat.starts(file, 0, "PK\u0003\u0004")) {
            return new ForeignFile("a zip file");
        } else if (ImageFormat.starts(file, 0, "MZ") || ImageFormat.starts(file, 0, "\u007fELF")) {
            return new ForeignFile("a program");
        }
        return picture(file, text, lower);
    }

    /** Pictures of kinds that are not read, and damaged ones. */
    private static ForeignFile picture(byte[] file, String text, String lower) {
        if (ImageFormat.starts(file, 4, "ftyp")) {
            String brands = text.substring(8, Math.min(text.length(), 40));
            return brands.contains("avif") || brands.contains("avis")
                    ? new ForeignFile("an AVIF picture", "avifdec %1$s %2$s")
                    : brands.matches("(?s)(hei|hev|mif1|msf1).*")
                            ? new ForeignFile("a HEIC picture", "heif-convert %1$s %2$s")
                            : new ForeignFile("a video");
        } else if (ImageFormat.starts(file, 0, BOX + "jP  " + BOX_END)
                || ImageFormat.starts(file, 0, "\u00ff\u004f\u00ff\u0051")) {
            return new ForeignFile("a JPEG 2000 picture", "opj_decompress -i %1$s -o %2$s");
        } else if (ImageFormat.starts(file, 0, BOX + "JXL " + BOX_END) || ImageFormat.starts(file, 0, "\u00ff\n")) {
            return new ForeignFile("a JPEG XL picture", "djxl %1$s %2$s");
        } else if (ImageFormat.starts(file, 0, "8BPS")) {
            return new ForeignFile("a Photoshop document (PSD)", MAGICK);
        } else if (ImageFormat.starts(file, 0, "\0\0\u0001\0") || ImageFormat.starts(file, 0, "\0\0\u0002\0")) {
            return isTarga(file)
                    ? targa()
                    : new ForeignFile(file[2] == 1 ? "an icon (ICO)" : "a mouse pointer (CUR)", MAGICK);
        } else if (ImageFormat.starts(file, 0, "II+\0") || ImageFormat.starts(file, 0, "MM\0+")) {
            return new ForeignFile("a BigTIFF", MAGICK);
        } else if (ImageFormat.isApplePng(file)) {
            return new ForeignFile("a PNG of Apple's own kind (CgBI)", "ffmpeg -i %1$s %2$s");
        } else if (ImageFormat.starts(file, 1, "PNG")
                || ImageFormat.starts(file, 0, "\u0089NG")
                || lower.startsWith("png\n")) {
            return new ForeignFile("a PNG whose first bytes are damaged, perhaps by a transfer as text");
        } else if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t')) {
            return new ForeignFile("a text file");
        }
        return isTarga(file) ? targa() : new ForeignFile("no picture");
    }

    private static ForeignFile targa() {
        return new ForeignFile("a Targa picture (TGA)", "magick tga:%1$s %2$s");
    }

    /**
     * Targa has no first bytes of its own (Truevision TGA File Format Specification 2.0): its end says so, or a header of 18 bytes
     * makes sense, with an image type of 1 to 3 or 9 to 11 and 8 to 32 bits for each pixel.
     */
    private static boolean isTarga(byte[] file) {
        String end = "TRUEVISION-XFILE.\0";
        if (ImageFormat.starts(file, file.length - end.length(), end)) {
            return true;
        }
        int type = file.length < 19 ? 0 : file[2];
        int bits = file.length < 19 ? 0 : file[16];
        boolean sized = type != 0 && (file[12] | file[13]) != 0 && (file[14] | file[15]) != 0;
        boolean colors =
                (type & 7) == 1 ? file[1] == 1 : type != 0 && file[1] == 0 && (file[5] | file[6] | file[7]) == 0;
        return sized
                && colors
                && (type & ~8) >= 1
                && (type & ~8) <= 3
                && (bits == 8 || bits == 15 || bits == 16 || bits == 24 || bits == 32);
    }
}
