package nn.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.image.GrayPng;

/**
 * Rows of small gray pictures of the same size, which can be drawn with characters or as one PNG.
 *
 * @param height the height of each picture in pixels
 * @param width the width of each picture in pixels
 * @param rows the pictures
 */
public record DigitSheet(int height, int width, List<List<Tile>> rows) {

    private static final int ENLARGED = 4;
    private static final int GAP = 4;
    /** The height of a caption in pixels. */
    private static final int CAPTION = 14;

    /**
     * A picture with its caption.
     *
     * @param caption the text above it
     * @param pixels {@code [height * width]}, 0 paper to 255 ink
     */
    public record Tile(String caption, byte[] pixels) {}

    public DigitSheet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The rows as text, each below its captions. Pictures that do not fit the width continue below. */
    public String text(boolean unicode, int columns) {
        StringBuilder text = new StringBuilder();
        for (List<Tile> row : rows) {
            int beside = Math.max(1, columns / ((unicode ? width : 2 * width) + 2));
            for (int start = 0; start < row.size(); start += beside) {
                append(text, row.subList(start, Math.min(row.size(), start + beside)), unicode);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, List<Tile> tiles, boolean unicode) {
        List<String> lines = new ArrayList<>();
        for (Tile tile : tiles) {
            List<String> drawing = new ArrayList<>(DigitDrawing.of(tile.pixels(), height, width, unicode)
                    .lines()
                    .toList());
            int wide = drawing.get(0).length();
            String caption =
                    tile.caption().substring(0, Math.min(wide, tile.caption().length()));
            drawing.add(0, caption + " ".repeat(wide - caption.length()));
            for (int i = 0; i < drawing.size(); i++) {
                if (lines.size() <= i) {
                    lines.add("");
                }
                lines.set(i, lines.get(i) + drawing.get(i));
            }
        }
        lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
    }

    /**
     * The rows as one PNG, dark ink on light paper, each pixel 4 x 4, below its caption. Where Java finds no font, there are no
     * captions.
     */
    public byte[] png() {
        int across = rows.stream().mapToInt(List::size).max().orElse(1);
        int pitchX = width * ENLARGED + GAP;
        int pitchY = CAPTION + height * ENLARGED + GAP;
        int sheetWidth = Math.addExact(Math.multiplyExact(across, pitchX), GAP);
        int sheetHeight = Math.addExact(Math.multiplyExact(rows.size(), pitchY), GAP);
        BufferedImage sheet = new BufferedImage(sheetWidth, sheetHeight, BufferedImage.TYPE_BYTE_GRAY);
        byte[] samples = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
        Arrays.fill(samples, (byte) 0xc0);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                byte[] pixels = rows.get(row).get(column).pixels();
                for (int y = 0; y < height * ENLARGED; y++) {
                    int start = (row * pitchY + GAP + CAPTION + y) * sheetWidth + column * pitchX + GAP;
                    for (int x = 0; x < width * ENLARGED; x++) {
                        samples[start + x] = (byte) ~pixels[y / ENLARGED * width + x / ENLARGED];
                    }
                }
            }
        }
        drawCaptions(sheet, pitchX, pitchY);
        return GrayPng.encode(samples, sheetHeight, sheetWidth);
    }

    private void drawCaptions(BufferedImage sheet, int pitchX, int pitchY) {
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        try {
            graphics.setFont(Canvas.font(CAPTION - 2, false));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    int left = column * pitchX + GAP;
                    graphics.setClip(left, row * pitchY, width * ENLARGED, GAP + CAPTION);
                    graphics.drawString(rows.get(row).get(column).caption(), left, row * pitchY + CAPTION);
                }
            }
        } catch (LinkageError | InternalError e) {
            // Without fonts the pictures say enough.
            graphics.dispose();
            return;
        }
        graphics.dispose();
    }
}
