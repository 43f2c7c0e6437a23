package nn.report.page;

import java.awt.Color;

/**
 * Steps of shade for the cells of a table, as CSS classes {@code s0} (the paper) to {@code s8}, for both schemes. The text of a cell has
 * the color that stands out from its own shade.
 */
final class Shades {

    static final int STEPS = 9;

    /** Of right answers, in the light scheme. */
    static final Color RIGHT = new Color(0xdcebf7);

    private static final Color INK = Color.BLACK;
    private static final Color LIGHT_PAPER = Color.WHITE;
    private static final Color LIGHT_FULL = new Color(0xa33f00);
    private static final Color DARK_PAPER = new Color(0x14181d);
    private static final Color DARK_FULL = new Color(0xffa45c);

    private Shades() {}

    /** The class of a share in [0, 1]; only 0 is the paper. */
    static String of(double share) {
        return "s" + step(share);
    }

    /** The color of a share in the light scheme. */
    static Color light(double share) {
        return mixed(LIGHT_PAPER, LIGHT_FULL, step(share) / (STEPS - 1.0));
    }

    private static int step(double share) {
        return share <= 0 ? 0 : Math.max(1, (int) Math.round(share * (STEPS - 1)));
    }

    /** The rules of the light scheme. */
    static String light() {
        return rules(LIGHT_PAPER, LIGHT_FULL);
    }

    /** The rules of the dark scheme. */
    static String dark() {
        return rules(DARK_PAPER, DARK_FULL);
    }

    private static String rules(Color paper, Color full) {
        StringBuilder rules = new StringBuilder();
        for (int step = 1; step < STEPS; step++) {
            Color shade = mixed(paper, full, step / (STEPS - 1.0));
            rules.append(Format.of("td.s%d{background:%s;color:%s}", step, hex(shade), hex(readable(shade))));
        }
        return rules.toString();
    }

    /** Dark or white, whichever has the higher contrast. */
    static Color readable(Color ground) {
        return contrast(INK, ground) >= contrast(Color.WHITE, ground) ? INK : Color.WHITE;
    }

    /** The contrast ratio of two colors, from 1 to 21 (WCAG 2.1, section 1.4.3). */
    static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Color mixed(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }

    private static String hex(Color color) {
        return Format.of("#%06x", color.getRGB() & 0xffffff);
    }
}
