package nn.report.page;

import java.awt.Color;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;

/**
 * A color of a chart, which the page chooses: a CSS variable in SVG, so that it follows a dark scheme, and the color of the light scheme in
 * PNG.
 *
 * @param variable the name of the CSS variable, such as {@code --ink}
 * @param color of the light scheme
 */
record Tint(String variable, Color color) implements Paint {

    static final Tint INK = new Tint("--ink", new Color(0x1f2328));
    static final Tint MUTED = new Tint("--muted", new Color(0x57606a));
    static final Tint GRID = new Tint("--grid", new Color(0xdfe3e8));
    static final Tint PAPER = new Tint("--paper", new Color(0xffffff));
    /** Distinct for the color-blind (Okabe and Ito 2008). */
    static final Tint BLUE = new Tint("--blue", new Color(0x0067a5));

    static final Tint ORANGE = new Tint("--orange", new Color(0xc24f00));
    static final Tint GREEN = new Tint("--green", new Color(0x00795a));
    static final Tint PINK = new Tint("--pink", new Color(0xa8517f));

    @Override
    public PaintContext createContext(
            ColorModel model,
            Rectangle deviceBounds,
            Rectangle2D userBounds,
            AffineTransform transform,
            RenderingHints hints) {
        return color.createContext(model, deviceBounds, userBounds, transform, hints);
    }

    @Override
    public int getTransparency() {
        return OPAQUE;
    }
}
