package nn.report.page;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Paint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A drawing in a format of files: SVG or PNG. */
final class DrawingFile {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final int PNG_SCALE = 2;

    private DrawingFile() {}

    /**
     * Whether text can be drawn. Without fontconfig or a font, Java fails at the first text, in one of several ways.
     */
    static boolean canDraw() {
        try {
            Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            return graphics.getFontMetrics(ChartDrawing.SMALL).stringWidth("0") > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    /** An {@code svg} element for a page. Its colors are the page's CSS variables. */
    static String inPage(Drawing drawing) {
        return svg(drawing, false);
    }

    /** An SVG file in the colors of the light scheme. */
    static String svg(Drawing drawing) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(drawing, true);
    }

    /** A PNG file of two pixels for each unit, in the colors of the light scheme. */
    static byte[] png(Drawing drawing) {
        BufferedImage image = new BufferedImage(
                drawing.width() * PNG_SCALE, drawing.height() * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D surface = image.createGraphics();
        surface.scale(PNG_SCALE, PNG_SCALE);
        drawing.draw(surface, true);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
    }

    /** @param alone whether it is a file of its own: with a title, and with colors instead of variables */
    private static String svg(Drawing drawing, boolean alone) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment("");
        context.setImageHandler(new GrayImages());
        context.setIDGenerator(new Ids(drawing.id()));
        context.setExtensionHandler(new Tints(alone));
        SVGGraphics2D surface = new SVGGraphics2D(context, false);
        drawing.draw(surface, alone);
        Element root = surface.getRoot();
        root.setAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", drawing.title() + ". " + drawing.description());
        if (alone) {
            root.setAttribute("width", String.valueOf(drawing.width()));
            root.setAttribute("height", String.valueOf(drawing.height()));
        } else {
            root.removeAttribute("width");
            root.removeAttribute("height");
        }
        StringWriter text = new StringWriter();
        try {
            surface.stream(root, text, false, false);
        } catch (SVGGraphics2DIOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        // Batik gives every drawing this one identifier itself.
        String markup = text.toString().replace("\"genericDefs\"", "\"" + drawing.id() + "-defs\"");
        return markup.substring(markup.indexOf("<svg"));
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has a parser of XML", e);
        }
    }

    /** Identifiers that begin with the drawing's, as those of several drawings in one page must differ. */
    private static final class Ids extends SVGIDGenerator {

        private final String drawing;

        Ids(String drawing) {
            this.drawing = drawing;
        }

        @Override
        public String generateID(String prefix) {
            return drawing + "-" + super.generateID(prefix);
        }
    }

    /** Writes a gray picture into the file itself. Batik's own way needs another library. */
    private static final class GrayImages extends DefaultImageHandler {

        @Override
        protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
            BufferedImage pixels = (BufferedImage) image;
            byte[] samples = new byte[pixels.getWidth() * pixels.getHeight()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) pixels.getRGB(i % pixels.getWidth(), i / pixels.getWidth());
            }
            element.setAttributeNS(
                    XLINK, "xlink:href", Gallery.dataUri(samples, pixels.getHeight(), pixels.getWidth()));
        }
    }

    /** Writes a {@link Tint} as a CSS variable or as a color. */
    private static final class Tints extends DefaultExtensionHandler {

        private final boolean alone;

        Tints(boolean alone) {
            this.alone = alone;
        }

        @Override
        public SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext context) {
            if (!(paint instanceof Tint tint)) {
                return super.handlePaint(paint, context);
            }
            String color = String.format(Locale.ROOT, "#%06x", tint.color().getRGB() & 0xffffff);
            return new SVGPaintDescriptor(alone ? color : "var(" + tint.variable() + ")", "1");
        }
    }
}
