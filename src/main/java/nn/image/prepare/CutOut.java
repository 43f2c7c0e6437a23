package nn.image.prepare;

import java.util.Optional;
import nn.image.Plane;

/**
 * The main digit cut out of the picture at a fixed resolution, whatever size it had: its longer side is 20 pixels of MNIST times
 * {@link Stroke#SCALE}. A pixel is ink from half the local strength of the ink on.
 *
 * @param mask   [height * width] where ink is
 * @param width  columns
 * @param height rows
 */
record CutOut(boolean[] mask, int width, int height) {

    /** The rim of the strokes is blurred by so many pixels, a fifth of one of MNIST, whose gray levels are softer than pure area. */
    private static final int SOFTNESS = 1;

    private static final int SIZE = MnistCrop.DIGIT * Stroke.SCALE;
    /** Of a page's many digits each takes less time. */
    private static final int QUICK_SIZE = 100;

    /**
     * The digit from a view.
     *
     * @param erased [height * width] of the coarse plane: where lines were taken out, if any were looked for
     * @param rim    the share of the ink's strength from which on a pixel is ink; 0.5 as usual
     */
    static CutOut of(
            Plane light,
            Plane coarse,
            Plane paper,
            Optional<boolean[]> erased,
            InkLevel level,
            MainDigit digit,
            double margin,
            float rim) {
        Box box = digit.box();
        double perPixel = (double) SIZE / box.longerSide();
        double around = margin * box.longerSide() + 1;
        double left = box.left() - around;
        double top = box.top() - around;
        double right = box.right() + around;
        double bottom = box.bottom() + around;
        int width = (int) Math.round((right - left) * perPixel);
        int height = (int) Math.round((bottom - top) * perPixel);
        double x = (double) light.width() / coarse.width();
        double y = (double) light.height() / coarse.height();
        Plane fine = Resampling.resize(light, left * x, top * y, right * x, bottom * y, width, height);
        Plane finePaper = Resampling.resize(paper, left, top, right, bottom, width, height);
        Plane ink = Paper.ink(fine, finePaper);
        erased.ifPresent(mask -> erase(ink, mask, coarse, left, top, perPixel));
        boolean[] near = near(digit, coarse, left, top, perPixel, width, height);
        return new CutOut(strokes(ink, near, level, rim), width, height);
    }

    private static void erase(Plane ink, boolean[] erased, Plane coarse, double left, double top, double perPixel) {
        for (int i = 0; i < ink.values().length; i++) {
            int x = (int) Math.floor(left + (i % ink.width() + 0.5) / perPixel);
            int y = (int) Math.floor(top + (i / ink.width() + 0.5) / perPixel);
            if (x >= 0 && y >= 0 && x < coarse.width() && y < coarse.height() && erased[y * coarse.width() + x]) {
                ink.values()[i] = 0;
            }
        }
    }

    /** The digit's mask at the resolution of the cut-out. */
    private static boolean[] near(
            MainDigit digit, Plane coarse, double left, double top, double perPixel, int width, int height) {
        // Pixels larger than the picture's take all that they cover, lest a hairline falls between their centers.
        double reach = Math.max(0, 0.5 / perPixel - 0.5);
        boolean[] near = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            double centerY = top + (y + 0.5) / perPixel;
            for (int x = 0; x < width; x++) {
                double centerX = left + (x + 0.5) / perPixel;
                near[y * width + x] = covers(digit.mask(), coarse, centerX, centerY, reach);
            }
        }
        return near;
    }

    /** Whether the mask holds a pixel of those up to the reach away, across and down. */
    private static boolean covers(boolean[] mask, Plane coarse, double centerX, double centerY, double reach) {
        int right = (int) Math.min(coarse.width() - 1, Math.floor(centerX + reach));
        int bottom = (int) Math.min(coarse.height() - 1, Math.floor(centerY + reach));
        for (int y = (int) Math.max(0, Math.floor(centerY - reach)); y <= bottom; y++) {
            for (int x = (int) Math.max(0, Math.floor(centerX - reach)); x <= right; x++) {
                if (mask[y * coarse.width() + x]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean[] strokes(Plane ink, boolean[] near, InkLevel level, float rim) {
        Plane smooth = Morphology.blur(ink, 1);
        float[] inside = new float[near.length];
        int count = 0;
        for (int i = 0; i < near.length; i++) {
            smooth.values()[i] = Math.max(0, smooth.values()[i] - level.paper());
            if (near[i]) {
                inside[count++] = smooth.values()[i];
            }
        }
        float strength = Plane.quantile(inside, count, 0.8);
        Plane strongest = Morphology.blur(Morphology.dilate(smooth, Stroke.SCALE * 3 / 2), Stroke.SCALE / 2);
        Plane relative = Plane.of(ink.width(), ink.height());
        for (int i = 0; i < near.length; i++) {
            float local = Math.min(strength, Math.max(strongest.values()[i], 0.5f * strength));
            relative.values()[i] = smooth.values()[i] / local;
        }
        Components components = Components.of(relative, rim);
        boolean[] kept = new boolean[components.parts().size() + 1];
        for (int i = 0; i < near.length; i++) {
            kept[components.labels()[i]] |= near[i];
        }
        kept[0] = false;
        boolean[] mask = new boolean[near.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = kept[components.labels()[i]];
        }
        return mask;
    }

    /**
     * A digit whose ink is already alone in its plane, with blank paper around it.
     *
     * @param ink 0 paper to 1 full ink
     */
    static CutOut ofAlone(Plane ink) {
        double perPixel = (double) QUICK_SIZE / ink.longerSide();
        Plane fine = Resampling.resize(ink, (int) Math.max(1, Math.round(ink.width() * perPixel)), (int)
                Math.max(1, Math.round(ink.height() * perPixel)));
        float[] inside = new float[fine.values().length];
        int count = 0;
        float most = fine.quantile(1);
        for (float value : fine.values()) {
            if (value > most / 3) {
                inside[count++] = value;
            }
        }
        boolean[] mask = new boolean[inside.length];
        if (count > 0) {
            float rim = Plane.quantile(inside, count, 0.8) / 2;
            for (int i = 0; i < mask.length; i++) {
                mask[i] = fine.values()[i] >= rim;
            }
        }
        return new CutOut(mask, fine.width(), fine.height());
    }

    /** Whether nothing of the digit is left at this resolution. */
    boolean isBlank() {
        for (boolean ink : mask) {
            if (ink) {
                return false;
            }
        }
        return true;
    }

    /** The digit with its stroke width normalized, fitted by area into 20x20, its aspect kept; 0 paper to 1 ink. */
    Plane fitted() {
        float[] depth = DistanceTransform.to(mask, false, width, height);
        Box box = bounds();
        double pen = Math.min(Stroke.width(depth), Math.min(box.width(), box.height()));
        double growth = Stroke.growth(pen, box.longerSide());
        // Strokes that do not grow leave all pixels outside of them blank.
        Optional<float[]> distance =
                growth > 0 ? Optional.of(DistanceTransform.to(mask, true, width, height)) : Optional.empty();
        Plane strokes = Plane.of(width, height);
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] || distance.isPresent()) {
                // Signed distance from the stroke's edge, half a pixel before the first pixel of either side.
                double outside = mask[i] ? 0.5 - depth[i] : distance.get()[i] - 0.5;
                strokes.values()[i] = (float) Math.min(1, Math.max(0, growth - outside + 0.5));
            }
        }
        double left = box.left() - growth;
        double top = box.top() - growth;
        double boxWidth = box.width() + 2 * growth;
        double boxHeight = box.height() + 2 * growth;
        double shrink = MnistCrop.DIGIT / Math.max(boxWidth, boxHeight);
        int columns = (int) Math.max(1, Math.round(boxWidth * shrink));
        int rows = (int) Math.max(1, Math.round(boxHeight * shrink));
        double centerX = left + boxWidth / 2;
        double centerY = top + boxHeight / 2;
        strokes = Morphology.blur(strokes, SOFTNESS);
        return Resampling.resize(
                strokes,
                centerX - columns / shrink / 2,
                centerY - rows / shrink / 2,
                centerX + columns / shrink / 2,
                centerY + rows / shrink / 2,
                columns,
                rows);
    }

    /** The width of the strokes as a share of the digit's longer side, before it is normalized; 1 where all is ink. */
    double pen() {
        return Math.min(1, Stroke.width(DistanceTransform.to(mask, false, width, height)) / bounds().longerSide());
    }

    private Box bounds() {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width + 1);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        return new Box(left, top, right, bottom);
    }
}
