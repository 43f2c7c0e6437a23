package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

    private static final int SERIES = 7;

    /** How color-blind people see linear red, green and blue (Machado, Oliveira and Fernandes 2009, table 1, severity 1). */
    private enum Eyes {
        ALL_COLORS(1, 0, 0, 0, 1, 0, 0, 0, 1),
        NO_RED(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        NO_GREEN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        NO_BLUE(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Eyes(double... matrix) {
            this.matrix = matrix;
        }

        private double[] see(Color color) {
            return product(matrix, linear(color));
        }
    }

    private static double[] product(double[] matrix, double[] vector) {
        return IntStream.range(0, 3)
                .mapToDouble(row -> IntStream.range(0, 3)
                        .mapToDouble(i -> matrix[3 * row + i] * vector[i])
                        .sum())
                .map(value -> Math.max(0, Math.min(1, value)))
                .toArray();
    }

    private static double[] linear(Color color) {
        return IntStream.of(color.getRed(), color.getGreen(), color.getBlue())
                .mapToDouble(level -> level / 255.0)
                .map(level -> level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4))
                .toArray();
    }

    /** CIE 1976 L*, a*, b*: people can just distinguish two adjacent colors at a distance of 2. */
    private static double[] lab(double[] linear) {
        double[] f = IntStream.range(0, 3)
                .mapToDouble(i -> product(
                        new double[] {
                            0.4124564 / 0.95047,
                            0.3575761 / 0.95047,
                            0.1804375 / 0.95047,
                            0.2126729,
                            0.7151522,
                            0.0721750,
                            0.0193339 / 1.08883,
                            0.1191920 / 1.08883,
                            0.9503041 / 1.08883
                        },
                        linear)[i])
                .map(value -> value > 216 / 24389.0 ? Math.cbrt(value) : (24389 / 27.0 * value + 16) / 116)
                .toArray();
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i]))
                .sum());
    }

    /** Of relative luminances, 1 to 21 (WCAG 2.2). */
    private static double contrastWithPaper(Color color) {
        double[] linear = linear(color);
        return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05);
    }

    @ParameterizedTest
    @EnumSource(Eyes.class)
    void everyEyeTellsTheSeriesFromEachOther(Eyes eyes) {
        for (int i = 0; i < SERIES; i++) {
            for (int j = 0; j < i; j++) {
                double distance = distance(lab(eyes.see(Palette.series(i))), lab(eyes.see(Palette.series(j))));
                assertTrue(distance > 15, "colors %d and %d are %.1f apart".formatted(j, i, distance));
            }
        }
    }

    @Test
    void textSeriesAndGridStandOutFromThePaperInThisOrder() {
        assertTrue(contrastWithPaper(Palette.INK) > 7, "as enhanced contrast asks of text");
        assertTrue(contrastWithPaper(Palette.MUTED) > 4.5, "as is asked of text");
        for (int i = 0; i < SERIES; i++) {
            assertTrue(contrastWithPaper(Palette.series(i)) > 2.2, "color " + i);
        }
        for (Color color : List.of(Palette.GRID, Palette.MARK)) {
            assertTrue(contrastWithPaper(color) > 1.1 && contrastWithPaper(color) < 1.5, color.toString());
        }
    }

    @Test
    void colorsBeginAnewAfterTheLast() {
        assertEquals(Palette.series(0), Palette.series(SERIES));
        assertEquals(Palette.terminal(6), Palette.terminal(-1));
    }

    /** The 256 colors: 16, then a cube of 6 x 6 x 6, then 24 grays. */
    private static Color ofTerminal(int index) {
        int gray = 8 + 10 * (index - 232);
        int[] levels = {0, 95, 135, 175, 215, 255};
        int cube = index - 16;
        return index >= 232
                ? new Color(gray, gray, gray)
                : new Color(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]);
    }

    @Test
    void aSeriesHasTheSameColorInTheTerminal() {
        for (int i = 0; i < SERIES; i++) {
            double[] shown = lab(linear(ofTerminal(Palette.terminal(i))));
            int nearest = IntStream.range(0, SERIES)
                    .boxed()
                    .min(Comparator.comparingDouble(j -> distance(shown, lab(linear(Palette.series(j))))))
                    .orElseThrow();
            assertEquals(i, nearest);
        }
    }

    /** Viridis at 0, 1/4, 1/2, 3/4 and 1, from matplotlib 3.11.2, to two of 255 levels. */
    @Test
    void heightsHaveTheColorsOfViridis() {
        int[] viridis = {0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725};
        for (int i = 0; i < viridis.length; i++) {
            Color expected = new Color(viridis[i]);
            Color color = Palette.surface(i / 4.0);
            assertEquals(expected.getRed(), color.getRed(), 2, i + "/4");
            assertEquals(expected.getGreen(), color.getGreen(), 2, i + "/4");
            assertEquals(expected.getBlue(), color.getBlue(), 2, i + "/4");
        }
    }

    /** Between two eighths the colors are mixed: between 0x440154 and 0x472d7b. */
    @Test
    void heightsBetweenAreMixed() {
        assertEquals(new Color(0x45, 0x0c, 0x5e), Palette.surface(0.25 / 8));
        assertEquals(new Color(0x46, 0x22, 0x71), Palette.surface(0.75 / 8));
    }

    @Test
    void higherIsLighterInAboutEqualSteps() {
        double[] lightness = IntStream.rangeClosed(0, 40)
                .mapToDouble(i -> lab(linear(Palette.surface(i / 40.0)))[0])
                .toArray();
        for (int i = 1; i < lightness.length; i++) {
            assertEquals((lightness[40] - lightness[0]) / 40, lightness[i] - lightness[i - 1], 0.95, "step " + i);
        }
    }

    @Test
    void beyondTheScaleAreItsEnds() {
        assertEquals(Palette.surface(0), Palette.surface(-1));
        assertEquals(Palette.surface(1), Palette.surface(2));
    }
}
