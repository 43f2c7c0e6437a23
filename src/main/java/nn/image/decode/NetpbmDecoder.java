package nn.image.decode;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nn.image.Picture;

/**
 * Reads the pictures of netpbm, pixel by pixel: PBM, PGM and PPM as text or as bytes, and PAM, of 1 to 16 bits (the pages pbm, pgm,
 * ppm and pam of its manual). Of several pictures in a file, the first.
 */
final class NetpbmDecoder {

    private static final int MOST_LEVELS = 65_535;

    private final byte[] file;
    private final char kind;
    private int at = 2;

    private int width;
    private int height;
    /** Samples of a pixel: gray or three colors, and in a PAM opacity after them. */
    private int depth;
    /** The level of white; all others are below. */
    private int white;

    private NetpbmDecoder(byte[] file) {
        this.file = file;
        this.kind = (char) file[1];
    }

    /** Whether a file starts as one of these: with P and a digit, then a number, after blanks and comments. */
    static boolean isNetpbm(byte[] file) {
        if (ImageFormat.starts(file, 0, "P7\n")) {
            return true;
        }
        if (file.length < 4 || file[0] != 'P' || file[1] < '1' || file[1] > '6' || isDigit(file[2])) {
            return false;
        }
        NetpbmDecoder decoder = new NetpbmDecoder(file);
        decoder.skipBlanks();
        return decoder.at > 2 && decoder.at < file.length && isDigit(file[decoder.at]);
    }

    /**
     * @throws IOException when the picture is too large, damaged or cut short
     */
    static Picture decode(byte[] file, int longestSide) throws IOException {
        return new NetpbmDecoder(file).decode(longestSide);
    }

    private Picture decode(int longestSide) throws IOException {
        if (kind == '7') {
            readPamHeader();
        } else {
            width = number();
            height = number();
            white = isBitmap() ? 1 : number();
            depth = kind == '3' || kind == '6' ? 3 : 1;
        }
        ImageLimits.check(width, height);
        if (white < 1 || white > MOST_LEVELS || depth < 1 || depth > 4) {
            throw damaged("impossible header");
        }
        if (!isText()) {
            at++;
        }
        if (fewestBytes() > file.length - at) {
            throw new EOFException("cut short");
        }
        PictureBuilder builder = new PictureBuilder(width, height, longestSide);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isBitmap()) {
                    builder.add(x, y, 1 - bit(x), 1);
                } else {
                    addPixel(builder, x, y);
                }
            }
        }
        return builder.build();
    }

    private void readPamHeader() throws IOException {
        for (String name = word(); !name.equals("ENDHDR"); name = word()) {
            switch (name) {
                case "WIDTH" -> width = number();
                case "HEIGHT" -> height = number();
                case "DEPTH" -> depth = number();
                case "MAXVAL" -> white = number();
                case "TUPLTYPE" -> word();
                default -> throw damaged("impossible header");
            }
        }
    }

    private void addPixel(PictureBuilder builder, int x, int y) throws IOException {
        float first = sample();
        float second = depth > 1 ? sample() : 1;
        float third = depth > 2 ? sample() : 1;
        float fourth = depth > 3 ? sample() : 1;
        if (depth < 3) {
            builder.add(x, y, first, second);
        } else {
            builder.addColor(x, y, first, second, third, fourth);
        }
    }

    private boolean isText() {
        return kind <= '3';
    }

    /** A level of 1 is black there, and white in the other kinds. */
    private boolean isBitmap() {
        return kind == '1' || kind == '4';
    }

    private long fewestBytes() {
        long samples = (long) width * height * depth;
        if (kind == '4') {
            return (width + 7) / 8 * (long) height;
        }
        if (kind == '1') {
            return samples;
        }
        return isText() ? 2 * samples - 1 : white > 255 ? 2 * samples : samples;
    }

    private int bit(int x) throws IOException {
        if (kind == '1') {
            skipBlanks();
            int digit = next();
            if (digit != '0' && digit != '1') {
                throw damaged("a pixel is neither 0 nor 1");
            }
            return digit - '0';
        }
        int bit = file[at] >> 7 - x % 8 & 1;
        at += x % 8 == 7 || x == width - 1 ? 1 : 0;
        return bit;
    }

    private float sample() throws IOException {
        int level = isText() ? number() : white > 255 ? next() << 8 | next() : next();
        return Math.min(1, level / (float) white);
    }

    private int number() throws IOException {
        skipBlanks();
        int start = at;
        int value = 0;
        while (at < file.length && isDigit(file[at]) && value < 100_000_000) {
            value = 10 * value + file[at++] - '0';
        }
        if (at == start) {
            throw at == file.length ? new EOFException("cut short") : damaged("no number where one belongs");
        }
        return value;
    }

    private String word() throws IOException {
        skipBlanks();
        int start = at;
        while (at < file.length && file[at] > ' ' && at - start < 100) {
            at++;
        }
        if (at == start && at == file.length) {
            throw new EOFException("cut short");
        }
        return new String(file, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private void skipBlanks() {
        boolean comment = false;
        while (at < file.length && (comment || file[at] == '#' || isBlank(file[at]))) {
            comment = comment ? file[at] != '\n' && file[at] != '\r' : file[at] == '#';
            at++;
        }
    }

    private int next() throws EOFException {
        if (at >= file.length) {
            throw new EOFException("cut short");
        }
        return file[at++] & 0xff;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static UnreadablePicture damaged(String what) {
        return new UnreadablePicture("a damaged netpbm picture (" + what + ")");
    }
}
