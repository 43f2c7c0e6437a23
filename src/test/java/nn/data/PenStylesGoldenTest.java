package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in {@code pen_styles.txt}, before and after: how each style is meant to look. */
class PenStylesGoldenTest {

    private static final int SIDE = 28;
    private static final Pattern TITLE = Pattern.compile("(\\d) with seed (\\d+): .+");

    /** A digit, and what becomes of it: rows of hexadecimal digits, in 15ths of full ink, and dots for paper. */
    record Golden(int digit, long seed, String title, List<String> before, List<String> after) {

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Golden> goldens() throws IOException {
        List<String> lines;
        try (InputStream in = PenStylesGoldenTest.class.getResourceAsStream("pen_styles.txt")) {
            lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
        List<Golden> goldens = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher title = TITLE.matcher(lines.get(i));
            if (title.matches()) {
                List<String> rows = lines.subList(i + 1, i + 1 + SIDE);
                goldens.add(new Golden(
                        Integer.parseInt(title.group(1)),
                        Long.parseLong(title.group(2)),
                        title.group(),
                        rows.stream().map(row -> row.substring(0, SIDE)).toList(),
                        rows.stream().map(row -> row.substring(SIDE + 2)).toList()));
            }
        }
        return goldens;
    }

    @Test
    void thereArePicturesOfEachDigitThatHasStyles() throws IOException {
        assertEquals(
                List.of(1, 1, 1, 4, 4, 4, 4, 4, 4, 7, 7, 7),
                goldens().stream().map(Golden::digit).toList());
    }

    /** Half a step of the 15 that the pictures have, and one level for rounding. */
    @ParameterizedTest
    @MethodSource("goldens")
    void aRedrawnDigitLooksAsItIsMeantTo(Golden golden) {
        byte[] image = new byte[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) gray(golden.before, i);
        }
        new PenStyles(SIDE, SIDE).redraw(image, golden.digit, new SplittableRandom(golden.seed));
        for (int i = 0; i < image.length; i++) {
            String where = "row " + i / SIDE + ", column " + i % SIDE;
            assertEquals(gray(golden.after, i), image[i] & 0xff, 9.5, () -> where + " of\n" + text(image));
        }
    }

    private static int gray(List<String> rows, int pixel) {
        char digit = rows.get(pixel / SIDE).charAt(pixel % SIDE);
        return digit == '.' ? 0 : 17 * Character.digit(digit, 16);
    }

    private static String text(byte[] image) {
        return IntStream.range(0, image.length)
                .map(i -> Math.round((image[i] & 0xff) / 17f))
                .mapToObj(level -> level == 0 ? "." : Integer.toHexString(level))
                .collect(Collectors.joining())
                .replaceAll("(.{28})", "$1\n");
    }
}
