package nn.image.prepare;

import java.util.List;
import java.util.Optional;
import nn.image.Chroma;
import nn.image.GrayPng;
import nn.image.Picture;
import nn.image.Plane;

/** Digits in places where they are hard to find: what the search in a picture is for. */
public final class Scene {

    private static final double[][] FIVE_WITH_A_BAR_APART = {
        {0.75, 0, 1.25, -0.05},
        {0.2, 0, 0.2, 0.45},
        {0.2, 0.45, 0.7, 0.5},
        {0.7, 0.5, 0.75, 0.8},
        {0.75, 0.8, 0.5, 1},
        {0.5, 1, 0.15, 0.95}
    };

    private Scene() {}

    /** Luminance of a pen's ink, 0 to 1, on paper. */
    public static double pen(double ink) {
        return 0.9 - 0.75 * ink;
    }

    /** An opaque gray picture. */
    public static Picture of(int width, int height, Planes.Field light) {
        return DrawnDigit.opaque(Planes.of(width, height, (x, y) -> Math.max(0, Math.min(1, light.at(x, y)))));
    }

    /** An opaque gray picture of ink in a pen on paper. */
    public static Picture penned(Plane ink) {
        return of(ink.width(), ink.height(), (x, y) -> pen(ink.at(x, y)));
    }

    /** A sheet of paper, not half as wide as the picture, on a dark desk. */
    public static Picture sheetOnADesk(int digit) {
        Plane ink = Sheet.written(digit, 320, 240, 150, 110, 70);
        return of(320, 240, (x, y) -> isIn(x, y, 80, 40, 140) ? pen(ink.at(x, y)) : 0.15 + 0.1 * grain(x, y));
    }

    public static Picture darkBoxOnAWhitePage(int digit) {
        Plane ink = Sheet.written(digit, 400, 300, 280, 90, 60);
        return of(400, 300, (x, y) -> isIn(x, y, 230, 40, 100) ? 0.1 + 0.8 * ink.at(x, y) : 1);
    }

    public static Picture lightBoxOnADarkPage(int digit) {
        Plane ink = Sheet.written(digit, 400, 300, 120, 190, 60);
        return of(400, 300, (x, y) -> isIn(x, y, 70, 140, 100) ? pen(ink.at(x, y)) : 0.25 + 0.1 * grain(x, y));
    }

    /** Near to a corner of a page that is ten times as wide. */
    public static Picture smallInACorner(int digit) {
        return penned(Sheet.written(digit, 400, 300, 376, 276, 40));
    }

    /** Cut out so that the digit touches all edges. */
    public static Picture withoutAMargin(int digit) {
        return penned(trimmed(Sheet.written(digit)));
    }

    /** A broad pen, which covers more than two fifths of the picture. */
    public static Picture boldWithoutAMargin(int digit) {
        return penned(trimmed(Sheet.drawn(digit, 36)));
    }

    /** In a form's box that the digit crosses. */
    public static Picture touchingItsBox(int digit) {
        Plane ink = Sheet.written(digit, 160, 160, 80, 80, 124);
        return of(160, 160, (x, y) -> {
            double fromMiddle = Math.max(Math.abs(x - 80), Math.abs(y - 80));
            return fromMiddle > 56 && fromMiddle < 64 ? 0.05 : pen(ink.at(x, y));
        });
    }

    /** A pale digit above a line that is darker. */
    public static Picture underlined(int digit) {
        Plane ink = Sheet.written(digit, 240, 200, 120, 100, 100);
        return of(240, 200, (x, y) -> isIn(x, y, 60, 146, 120) && y < 158 ? 0.02 : 0.85 - 0.14 * ink.at(x, y));
    }

    /** Red ink on green paper of the same luminance. */
    public static Picture redOnGreen(int digit) {
        Plane ink = Sheet.written(digit);
        Picture gray = of(ink.width(), ink.height(), (x, y) -> 0.4);
        Chroma chroma = new Chroma(
                Planes.of(ink.width(), ink.height(), (x, y) -> -0.2),
                Planes.of(ink.width(), ink.height(), (x, y) -> -0.2 + 0.4 * ink.at(x, y)));
        return new Picture(gray.luminance(), gray.opacity(), Optional.of(chroma), List.of());
    }

    /** As a printer shows gray: dots that do not touch. */
    public static Picture halftone(int digit) {
        int dot = 12;
        int side = 320;
        Plane ink = Sheet.written(digit, side, side, 160, 160, 240);
        return of(side, side, (x, y) -> {
            int middleX = Math.min(side - 1, x / dot * dot + dot / 2);
            int middleY = Math.min(side - 1, y / dot * dot + dot / 2);
            boolean inDot = Math.hypot(x - middleX, y - middleY) < 0.28 * dot;
            return inDot && ink.at(middleX, middleY) > 0.5 ? 0.1 : 0.95;
        });
    }

    /** An eight from the other side of the page, half as dark. */
    public static Picture aboveAnEightThatShinesThrough(int digit) {
        Plane ink = Sheet.written(digit);
        Plane back = Sheet.written(8, Sheet.WIDTH, Sheet.HEIGHT, 130, 96, 120);
        return of(Sheet.WIDTH, Sheet.HEIGHT, (x, y) -> 0.9 - Math.max(0.7 * ink.at(x, y), 0.4 * back.at(x, y)));
    }

    /** With more ink in the blot than in the digit. */
    public static Picture besideABlot(int digit) {
        Plane ink = Sheet.written(digit, 260, 200, 80, 100, 90);
        return of(260, 200, (x, y) -> Math.hypot(x - 180, y - 100) < 32 ? 0.1 : pen(ink.at(x, y)));
    }

    /** A five whose bar starts to the right of its body. */
    public static Picture fiveWithABarApart() {
        return penned(DrawnDigit.ink(200, 200, FIVE_WITH_A_BAR_APART, 40, 50, 100, 9));
    }

    /** Turned clockwise, as a photo without EXIF is. */
    public static Picture turned(int digit, int quarters) {
        Plane ink = Sheet.written(digit, 200, 200, 100, 100, 120);
        for (int turn = 0; turn < quarters; turn++) {
            Plane before = ink;
            ink = Planes.of(200, 200, (x, y) -> before.at(y, 199 - x));
        }
        return penned(ink);
    }

    /** A cell of a form that nobody wrote into. */
    public static Picture emptyCell() {
        return of(120, 100, (x, y) -> x < 5 || y < 6 || x > 112 || y > 93 ? 0.2 : 0.9);
    }

    /** A capital H. */
    public static Picture letter() {
        double[][] lines = {{0.15, 0, 0.15, 1}, {0.85, 0, 0.85, 1}, {0.15, 0.5, 0.85, 0.5}};
        return penned(DrawnDigit.ink(200, 200, lines, 40, 40, 120, 11));
    }

    public static Picture blankPaper() {
        return of(120, 100, (x, y) -> 0.9);
    }

    /** A gray picture as a file. */
    public static byte[] png(Picture picture) {
        byte[] samples = new byte[picture.width() * picture.height()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.round(255 * picture.luminance().values()[i]);
        }
        return GrayPng.encode(samples, picture.height(), picture.width());
    }

    /** Only the part of a sheet that the ink takes. */
    static Plane trimmed(Plane ink) {
        Box box = MainDigit.of(ink, 0.5f).box();
        return Planes.of(box.width(), box.height(), (x, y) -> ink.at(box.left() + x, box.top() + y));
    }

    private static boolean isIn(int x, int y, int left, int top, int side) {
        return x >= left && y >= top && x < left + side && y < top + side;
    }

    /** Noise, the same in each run, in [-0.5, 0.5). */
    private static double grain(int x, int y) {
        long hash = (x * 73856093L ^ y * 19349663L) * 0x5bd1e995L;
        return (hash >>> 15 & 0xffff) / 65536.0 - 0.5;
    }
}
