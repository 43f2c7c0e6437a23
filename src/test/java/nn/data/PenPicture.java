package nn.data;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A digit of 28 x 28 pixels, to ask where its ink is. Rows and columns are counted from the upper left of a drawing, at row 5 and
 * column 8 of the image.
 *
 * @param image {@code [28 * 28]}, 0 paper to 255 ink
 */
record PenPicture(byte[] image) {

    /** Indices of {@link #strong} places. */
    static final int ROW = 0;

    static final int COLUMN = 1;

    private static final int SIDE = 28;
    private static final int UPPER = 5;
    private static final int LEFT = 8;

    /** A drawing whose signs {@code #} are full ink. */
    static PenPicture of(String... rows) {
        byte[] image = new byte[SIDE * SIDE];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                image[(row + UPPER) * SIDE + column + LEFT] = (byte) (rows[row].charAt(column) == '#' ? 255 : 0);
            }
        }
        return new PenPicture(image);
    }

    int ink(int row, int column) {
        return inkAt(row + UPPER, column + LEFT);
    }

    private int inkAt(int row, int column) {
        return row < 0 || row >= SIDE || column < 0 || column >= SIDE ? 0 : image[row * SIDE + column] & 0xff;
    }

    /** Whether more than half of a pixel is ink. */
    boolean strong(int row, int column) {
        return ink(row, column) >= 128;
    }

    /** The places with strong ink, each {@code {row, column}}. */
    List<int[]> strong() {
        return IntStream.range(0, image.length)
                .mapToObj(i -> new int[] {i / SIDE - UPPER, i % SIDE - LEFT})
                .filter(place -> strong(place[ROW], place[COLUMN]))
                .toList();
    }

    /** The first row or column with strong ink. */
    int first(int axis) {
        return strong().stream().mapToInt(place -> place[axis]).min().orElseThrow();
    }

    /** The last row or column with strong ink. */
    int last(int axis) {
        return strong().stream().mapToInt(place -> place[axis]).max().orElseThrow();
    }

    /** How many pieces of strong ink a row has. */
    long runs(int row) {
        return IntStream.range(-LEFT, SIDE - LEFT)
                .filter(column -> strong(row, column) && !strong(row, column - 1))
                .count();
    }

    PenPicture rows(int from, int to) {
        return only(place -> place[ROW] >= from && place[ROW] <= to);
    }

    PenPicture columns(int from, int to) {
        return only(place -> place[COLUMN] >= from && place[COLUMN] <= to);
    }

    /** What is not strong ink of another drawing. */
    PenPicture without(PenPicture other) {
        return only(place -> !other.strong(place[ROW], place[COLUMN]));
    }

    private PenPicture only(Predicate<int[]> wanted) {
        byte[] left = new byte[image.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = wanted.test(new int[] {i / SIDE - UPPER, i % SIDE - LEFT}) ? image[i] : 0;
        }
        return new PenPicture(left);
    }

    /** The picture moved by whole pixels so that it contains all the ink of a part, if that is possible. */
    Optional<PenPicture> backTo(PenPicture part) {
        return IntStream.range(0, 121)
                .mapToObj(shift -> moved(shift / 11 - 5, shift % 11 - 5))
                .filter(moved -> moved.hasAllInkOf(part))
                .findFirst();
    }

    private boolean hasAllInkOf(PenPicture part) {
        return IntStream.range(0, image.length).allMatch(i -> (image[i] & 0xff) >= (part.image[i] & 0xff));
    }

    private PenPicture moved(int down, int right) {
        byte[] moved = new byte[image.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (byte) inkAt(i / SIDE - down, i % SIDE - right);
        }
        return new PenPicture(moved);
    }

    /** The number of paper pixels that are not connected to the border. */
    int enclosedPaper() {
        boolean[] seen = new boolean[image.length];
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
        seen[0] = true;
        int outside = 0;
        while (!open.isEmpty()) {
            int place = open.remove();
            outside++;
            for (int step : new int[] {-1, 1, -SIDE, SIDE}) {
                int next = place + step;
                if (next >= 0 && next < image.length && !seen[next] && (image[next] & 0xff) < 128) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return image.length - outside - strong().size();
    }
}
