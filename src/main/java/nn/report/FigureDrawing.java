package nn.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import nn.NnException;
import nn.NnException.Kind;
import nn.lesson.LessonResult;
import nn.lesson.Panel;

/** Draws the figure of a lesson. */
public final class FigureDrawing {

    private static final int PANEL_WIDTH = 620;
    private static final int PANEL_HEIGHT = 450;
    private static final int MARGIN = 24;
    private static final int TITLE_HEIGHT = 44;
    private static final int SCALE = 2;

    private FigureDrawing() {}

    /**
     * The figure as a PNG.
     *
     * @param language the language of the labels; English if no font can show it
     * @throws NnException ENVIRONMENT if Java finds no fonts at all
     */
    public static byte[] png(LessonResult result, Locale language) {
        try {
            return encoded(image(result, language));
        } catch (LinkageError | InternalError e) {
            throw new NnException(
                    Kind.ENVIRONMENT,
                    "Java cannot draw text on this machine (" + e.getMessage()
                            + "); install a font and fontconfig, such as the package fonts-dejavu-core",
                    e);
        }
    }

    static BufferedImage image(LessonResult result, Locale language) {
        return draw(result, words(result, language));
    }

    private static LessonMessages words(LessonResult result, Locale language) {
        LessonMessages words = LessonMessages.of(result.lesson(), language);
        boolean drawable = Canvas.font(Canvas.LABEL, false).canDisplayUpTo(words.text("title")) < 0;
        return drawable ? words : LessonMessages.of(result.lesson(), Locale.ENGLISH);
    }

    private static BufferedImage draw(LessonResult result, LessonMessages words) {
        List<Panel> panels = result.figure().panels();
        int columns = result.figure().columns();
        int rows = (panels.size() + columns - 1) / columns;
        int panelWidth = columns == 1 ? PANEL_WIDTH * 3 / 2 : columns > 2 ? PANEL_WIDTH * 3 / 4 : PANEL_WIDTH;
        int width = columns * panelWidth + (columns + 1) * MARGIN;
        int height = TITLE_HEIGHT + rows * (PANEL_HEIGHT + MARGIN) + MARGIN;
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            Canvas canvas = new Canvas(graphics, words);
            canvas.box(0, 0, width, height, Color.WHITE);
            canvas.boldText(
                    Canvas.headline(words.text("title")),
                    width / 2.0,
                    TITLE_HEIGHT / 2.0 + 8,
                    Canvas.Align.CENTER,
                    Canvas.TITLE,
                    Palette.INK);
            PanelDrawing drawing = new PanelDrawing(canvas, PanelDrawing.legendRows(canvas, panels, panelWidth));
            for (int i = 0; i < panels.size(); i++) {
                drawing.draw(
                        panels.get(i),
                        new Rectangle2D.Double(
                                MARGIN + i % columns * (double) (panelWidth + MARGIN),
                                TITLE_HEIGHT + MARGIN + i / columns * (double) (PANEL_HEIGHT + MARGIN),
                                panelWidth,
                                PANEL_HEIGHT));
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
