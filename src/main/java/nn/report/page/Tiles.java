package nn.report.page;

import java.util.Arrays;
import java.util.List;

/**
 * Small gray pictures of one size with their captions, as a value.
 *
 * @param id names them as a file, such as {@code mistakes}
 * @param title what they show
 * @param description what one sees, for those who do not see it
 * @param tiles at least one
 */
record Tiles(String id, String title, String description, List<Tile> tiles) {

    private static final int ACROSS = 10;

    Tiles {
        tiles = List.copyOf(tiles);
    }

    /**
     * A small picture.
     *
     * @param caption the lines below it, as many for each tile
     * @param samples {@code [rows * columns]}, 0 black to 255 white
     */
    record Tile(List<String> caption, byte[] samples, int rows, int columns) {}

    /** How many stand side by side. */
    int across() {
        return Math.min(ACROSS, tiles.size());
    }

    /** How many rows of tiles there are. */
    int down() {
        return (tiles.size() + across() - 1) / across();
    }

    /** All tiles in one picture with a white pixel between them, without captions. */
    Tile together() {
        Tile first = tiles.get(0);
        int width = across() * (first.columns + 1) - 1;
        int height = down() * (first.rows + 1) - 1;
        byte[] samples = new byte[width * height];
        Arrays.fill(samples, (byte) 255);
        for (int i = 0; i < tiles.size(); i++) {
            int start = i / across() * (first.rows + 1) * width + i % across() * (first.columns + 1);
            for (int y = 0; y < first.rows; y++) {
                System.arraycopy(tiles.get(i).samples, y * first.columns, samples, start + y * width, first.columns);
            }
        }
        return new Tile(List.of(), samples, height, width);
    }
}
