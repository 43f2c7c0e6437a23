package nn.report;

import java.awt.Color;

/**
 * Colors that color-blind people can distinguish (Okabe and Ito 2008, and a gray), and a color scale for surfaces, from dark
 * to light.
 */
final class Palette {

    static final Color INK = new Color(0x22, 0x26, 0x2b);
    static final Color MUTED = new Color(0x5f, 0x66, 0x6e);
    static final Color GRID = new Color(0xe4, 0xe7, 0xea);
    static final Color MARK = new Color(0xfd, 0xe9, 0xb8);

    private static final int[] SERIES = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x656a70, 0xe69f00, 0x56b4e9};
    /** The nearest of a terminal's 256 colors, in the same order. */
    private static final int[] TERMINAL = {33, 208, 35, 175, 245, 214, 75};
    /** Viridis (Smith and van der Walt 2015) at eighths. */
    private static final int[] SURFACE = {
        0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21908c, 0x28ae80, 0x5dc963, 0xabdc32, 0xfde725
    };

    private Palette() {}

    static Color series(int index) {
        return new Color(SERIES[Math.floorMod(index, SERIES.length)]);
    }

    static int terminal(int index) {
        return TERMINAL[Math.floorMod(index, TERMINAL.length)];
    }

    /** The color of a height in [0, 1]. */
    static Color surface(double height) {
        double position = Math.max(0, Math.min(1, height)) * (SURFACE.length - 1);
        int low = Math.min(SURFACE.length - 2, (int) position);
        Color a = new Color(SURFACE[low]);
        Color b = new Color(SURFACE[low + 1]);
        double share = position - low;
        return new Color(
                mix(a.getRed(), b.getRed(), share),
                mix(a.getGreen(), b.getGreen(), share),
                mix(a.getBlue(), b.getBlue(), share));
    }

    private static int mix(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }
}
