package nn.report.page;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import nn.report.page.Tiles.Tile;

/** Draws {@link Tiles}: each enlarged, above its caption. */
record TilesDrawing(Tiles tiles) implements Drawing {

    private static final int TILE = 84;
    private static final int GAP = 12;
    private static final int LINE = 15;
    private static final int TITLE = 32;

    @Override
    public String id() {
        return tiles.id();
    }

    @Override
    public String title() {
        return tiles.title();
    }

    @Override
    public String description() {
        return tiles.description();
    }

    @Override
    public int width() {
        // The title of a single row may be wider than the row.
        return Math.max(ChartDrawing.WIDTH, GAP + tiles.across() * (TILE + GAP));
    }

    @Override
    public int height() {
        return TITLE + tiles.down() * pitch();
    }

    private int pitch() {
        Tile first = tiles.tiles().get(0);
        return TILE * first.rows() / first.columns() + LINE * first.caption().size() + GAP;
    }

    @Override
    public void draw(Graphics2D surface, boolean titled) {
        ChartDrawing.prepare(surface, this);
        surface.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        if (titled) {
            surface.setFont(ChartDrawing.TITLE);
            surface.drawString(title(), GAP, 20);
        }
        surface.setFont(ChartDrawing.SMALL);
        for (int i = 0; i < tiles.tiles().size(); i++) {
            Tile tile = tiles.tiles().get(i);
            int x = GAP + i % tiles.across() * (TILE + GAP);
            int y = TITLE + i / tiles.across() * pitch();
            int tall = TILE * tile.rows() / tile.columns();
            surface.drawImage(image(tile), x, y, TILE, tall, null);
            for (int line = 0; line < tile.caption().size(); line++) {
                surface.drawString(tile.caption().get(line), x, y + tall + (line + 1) * LINE - 2);
            }
        }
    }

    private static BufferedImage image(Tile tile) {
        BufferedImage image = new BufferedImage(tile.columns(), tile.rows(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < tile.samples().length; i++) {
            image.setRGB(i % tile.columns(), i / tile.columns(), (tile.samples()[i] & 0xff) * 0x010101);
        }
        return image;
    }
}
