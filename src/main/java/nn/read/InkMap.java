package nn.read;

import java.util.Arrays;
import nn.image.Plane;
import nn.image.prepare.Morphology;
import nn.image.prepare.Polarity;
import nn.image.prepare.Resampling;
import nn.image.prepare.StraightLines;

/**
 * Where the ink is on a page: shade taken out, dark ink on light paper and light ink on dark areas alike, ruled lines removed.
 *
 * @param ink       ink relative to the strongest nearby, 0 paper to about 1; from {@link #THRESHOLD} on a pixel is ink
 * @param swallowed the same before it is compared: the share of the paper's light
 * @param paper     how much light blank paper seems to swallow
 */
record InkMap(Plane ink, Plane swallowed, Paper paper) {

    /** The share of the strength of the ink nearby from which on a pixel is ink. */
    static final float THRESHOLD = 0.42f;

    /** Paper and the strength of ink change slowly, so they are measured on a plane of this size. */
    private static final int COARSE = 512;
    /** Lines are looked for on a plane of this size. */
    private static final int LINES = 1024;
    /** What is narrower than this share of the shorter side, twice, is ink and not shade. */
    private static final double WIDEST_STROKE = 0.1;
    /** Ink is compared with the strongest within this share of the longer side. */
    private static final double NEARBY = 0.03;
    /** Fainter than this is no ink. */
    private static final float FAINTEST = 0.07f;
    /** A ruled line is at least so long, as a share of the longer side. */
    private static final double LINE = 0.3;
    /** Or across so much of the page, if it is not as high or wide. */
    private static final double ACROSS = 0.8;
    /** A line that is not across the page is at least so long, in pixels. */
    private static final int LONG = 200;

    /** A line may be so faint, as a share of the faintest ink: it is seen because it is long. */
    private static final float LINE_INK = 0.8f;

    /** The strength of a line is measured in tiles so wide and high, in pixels. */
    private static final int TILE = 64;
    /** Ink that is so many times as strong as the line is not of the line. */
    private static final float STRONGER = 1.45f;

    private static final float DARKEST_PAPER = 0.08f;
    private static final int SAMPLES = 100_000;

    /** The ink of a page, its lines included. */
    static InkMap withLines(Plane light, Polarity polarity) {
        Plane coarse = Resampling.shrink(light, COARSE);
        int radius = (int) Math.max(2, Math.round(WIDEST_STROKE * Math.min(coarse.width(), coarse.height())));
        Plane upper = Morphology.blur(Morphology.close(coarse, radius), radius / 4);
        Plane lower = Morphology.blur(Morphology.close(coarse.inverted(), radius), radius / 4)
                .inverted();
        boolean[] inverted = LightInk.of(coarse, upper, lower, polarity);
        Resampling.Rows brightRows = Resampling.rows(upper, light.width(), light.height());
        Resampling.Rows dimRows = Resampling.rows(lower, light.width(), light.height());
        Plane swallowed = Plane.of(light.width(), light.height());
        for (int y = 0; y < light.height(); y++) {
            int row = y * coarse.height() / light.height() * coarse.width();
            float[] bright = brightRows.row(y);
            float[] dim = dimRows.row(y);
            for (int x = 0; x < light.width(); x++) {
                float value = light.at(x, y);
                swallowed.values()[y * light.width() + x] = inverted[row + x * coarse.width() / light.width()]
                        ? 1 - (1 - value) / Math.max(DARKEST_PAPER, 1 - dim[x])
                        : 1 - value / Math.max(DARKEST_PAPER, bright[x]);
            }
        }
        return of(swallowed);
    }

    private static InkMap of(Plane swallowed) {
        Paper paper = Paper.of(swallowed);
        return new InkMap(relative(swallowed, paper), swallowed, paper);
    }

    /**
     * Blank paper.
     *
     * @param level    the median of what it swallows
     * @param faintest how much more is swallowed by the faintest ink, which stands out of the noise
     */
    record Paper(float level, float faintest) {

        private static Paper of(Plane swallowed) {
            int stride = Math.max(1, swallowed.values().length / SAMPLES);
            int count = (swallowed.values().length + stride - 1) / stride;
            float[] sample = new float[count];
            for (int i = 0; i < count; i++) {
                sample[i] = swallowed.values()[i * stride];
            }
            float level = Plane.quantile(sample, count, 0.5);
            for (int i = 0; i < count; i++) {
                sample[i] = Math.abs(sample[i] - level);
            }
            float noise = 1.4826f * Plane.quantile(sample, count, 0.5);
            return new Paper(level, Math.max(FAINTEST, 4 * noise));
        }
    }

    /** Each pixel relative to the strength of the ink nearby, which is at least that of the faintest ink. */
    private static Plane relative(Plane swallowed, Paper paper) {
        Resampling.Rows strengthRows = strength(swallowed);
        Plane relative = Plane.of(swallowed.width(), swallowed.height());
        for (int y = 0; y < relative.height(); y++) {
            float[] strength = strengthRows.row(y);
            for (int x = 0; x < relative.width(); x++) {
                relative.values()[y * relative.width() + x] = Math.max(0, swallowed.at(x, y) - paper.level)
                        / Math.max(paper.faintest / THRESHOLD, strength[x] - paper.level);
            }
        }
        return relative;
    }

    /** The strongest ink near each pixel. */
    private static Resampling.Rows strength(Plane swallowed) {
        int cell = (swallowed.longerSide() + COARSE - 1) / COARSE;
        int width = (swallowed.width() + cell - 1) / cell;
        int height = (swallowed.height() + cell - 1) / cell;
        Plane strongest = Plane.of(width, height);
        for (int y = 0; y < swallowed.height(); y++) {
            for (int column = 0; column < width; column++) {
                int at = y / cell * width + column;
                float most = strongest.values()[at];
                for (int x = column * cell; x < Math.min((column + 1) * cell, swallowed.width()); x++) {
                    most = Math.max(most, swallowed.at(x, y));
                }
                strongest.values()[at] = most;
            }
        }
        int radius = (int) Math.max(2, Math.round(NEARBY * strongest.longerSide()));
        Plane smooth = Morphology.blur(Morphology.dilate(strongest, radius), radius / 2);
        return Resampling.rows(smooth, swallowed.width(), swallowed.height());
    }

    /** The same with ruled lines taken out. */
    InkMap linesRemoved() {
        Plane coarse = Resampling.shrink(swallowed, LINES);
        StraightLines.Search search = new StraightLines.Search(
                shortest(coarse.width(), coarse),
                shortest(coarse.height(), coarse),
                12,
                Math.max(2, Math.min(5, coarse.longerSide() / 160)),
                1,
                coarse.longerSide() / 8,
                true);
        Plane rest =
                StraightLines.removed(coarse, paper.level + LINE_INK * paper.faintest, search, Float.NEGATIVE_INFINITY);
        boolean[] line = new boolean[coarse.values().length];
        for (int i = 0; i < line.length; i++) {
            line[i] = rest.values()[i] == Float.NEGATIVE_INFINITY;
        }
        Plane strongest = lineStrength(coarse, line);
        boolean[] gone = new boolean[ink.values().length];
        for (int y = 0; y < ink.height(); y++) {
            int row = y * coarse.height() / ink.height();
            for (int x = 0; x < ink.width(); x++) {
                int column = x * coarse.width() / ink.width();
                gone[y * ink.width() + x] = line[row * coarse.width() + column]
                        && swallowed.at(x, y) <= strongest.at(column / TILE, row / TILE);
            }
        }
        return without(gone);
    }

    /** In each tile of a plane, how strong the ink of lines is at most; what is stronger is a stroke that crosses a line. */
    private Plane lineStrength(Plane coarse, boolean[] line) {
        Plane tiles = Plane.of((coarse.width() - 1) / TILE + 1, (coarse.height() - 1) / TILE + 1);
        float[] values = new float[TILE * TILE];
        for (int tileY = 0; tileY < tiles.height(); tileY++) {
            for (int tileX = 0; tileX < tiles.width(); tileX++) {
                int count = 0;
                for (int y = tileY * TILE; y < Math.min(coarse.height(), (tileY + 1) * TILE); y++) {
                    for (int x = tileX * TILE; x < Math.min(coarse.width(), (tileX + 1) * TILE); x++) {
                        if (line[y * coarse.width() + x] && coarse.at(x, y) > paper.level + paper.faintest / 2) {
                            values[count++] = coarse.at(x, y) - paper.level;
                        }
                    }
                }
                tiles.values()[tileY * tiles.width() + tileX] =
                        count == 0 ? 1 : paper.level + STRONGER * Plane.quantile(values, count, 0.75);
            }
        }
        return tiles;
    }

    /** How long lines are along an axis: long for a page, or nearly across a small picture, where strokes are long too. */
    private static int shortest(int side, Plane page) {
        return (int) Math.min(ACROSS * side, Math.max(LINE * page.longerSide(), LONG));
    }

    /** Whether all ink is the same. */
    boolean isSame(InkMap other) {
        return Arrays.equals(swallowed.values(), other.swallowed.values());
    }

    /** How many pixels are ink. */
    double inked() {
        int inked = 0;
        for (float value : ink.values()) {
            inked += value >= THRESHOLD ? 1 : 0;
        }
        return inked;
    }

    /** The map with some of its ink, [height * width], blank. What is left is compared with what is left nearby. */
    InkMap without(boolean[] gone) {
        Plane rest = new Plane(ink.width(), ink.height(), swallowed.values().clone());
        boolean changed = false;
        for (int i = 0; i < gone.length; i++) {
            if (gone[i]) {
                rest.values()[i] = 0;
                changed = true;
            }
        }
        return changed ? of(rest) : this;
    }
}
