package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nn.lesson.Axis;
import nn.lesson.Numbers;
import nn.lesson.Panel;
import nn.lesson.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a narrow terminal there are 16 x 16 characters of 2 x 4 dots: one of 32 x 64 for each pair of values of these axes. */
class TerminalPlotTest {

    private static final int NARROW = 28;
    private static final Axis X = new Axis("steps", 0, 31, Axis.Scale.LINEAR);
    private static final Axis Y = new Axis("y", 0, 63, Axis.Scale.LINEAR);

    private static List<String> lines(boolean color, boolean unicode, int columns, Panel panel) {
        Terminal terminal = new Terminal(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                true,
                color,
                unicode,
                columns);
        return new TerminalPlot(terminal, LessonMessages.of("linear", Locale.ENGLISH)).lines(panel);
    }

    private static List<String> curves(boolean unicode, Series... series) {
        return lines(false, unicode, NARROW, new Panel.Curves("outputs", X, Y, List.of(series)));
    }

    private static Series series(Series.Style style, double[] x, double[] y) {
        return new Series("y1", style, 0, Numbers.of(x), Numbers.of(y));
    }

    private static Series points(double[] x, double[] y) {
        return series(Series.Style.POINTS, x, y);
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    @Test
    void dotsLieBetweenTheLimitsOfTheAxes() {
        assertEquals("""
                  output y
                      63 │⠁
                         │ ⠂
                         │
                         │
                         │
                         │
                         │
                         │
                         │
                         │
                         │
                         │
                         │
                         │
                         │              ⠐
                       0 │⡀              ⢀
                         └────────────────
                          0    steps    31
                """, text(curves(true, points(new double[] {0, 2, 29, 0, 31}, new double[] {63, 58, 6, 0, 0}))));
    }

    @Test
    void withoutUnicodeAMarkStandsForAllDotsOfItsPlace() {
        assertEquals("""
                  output y
                      63 |*
                         |
                         |
                         |
                         |
                         |
                         |
                         |
                         |
                         |
                         |
                         |
                         |
                         |
                         |
                       0 |               *
                         +----------------
                          0    steps    31
                """, text(curves(false, points(new double[] {0, 1, 31}, new double[] {63, 60, 2}))));
    }

    /** The eight dots of a character: 1, 2, 4, 64 down at the left, 8, 16, 32, 128 down at the right. */
    @ParameterizedTest
    @CsvSource({"0, 63, 1", "0, 62, 2", "0, 61, 4", "0, 60, 64", "1, 63, 8", "1, 62, 16", "1, 61, 32", "1, 60, 128"})
    void eachDotHasItsPlaceInTheCharacter(double x, double y, int pattern) {
        String top = curves(true, points(new double[] {x}, new double[] {y})).get(1);
        assertEquals("      63 │" + (char) (0x2800 + pattern), top.stripTrailing());
    }

    @ParameterizedTest
    @CsvSource({
        "LINE, '       0 │⡠⠊'",
        "DASHED, '       0 │⡠⠊'",
        "FAINT, '       0 │⡠⠊'",
        "PATH, '       0 │⡠⠊'",
        "POINTS, '       0 │⡀⠈'",
        "CROSSES, '       0 │⡀⠈'"
    })
    void linesJoinTheirPoints(Series.Style style, String bottom) {
        assertEquals(
                bottom,
                curves(true, series(style, new double[] {0, 3}, new double[] {0, 3}))
                        .get(16)
                        .stripTrailing());
    }

    /** It rises by 63 dots while it goes one to the right. */
    @Test
    void aSteepLineHasNoHoles() {
        List<String> lines = curves(true, series(Series.Style.LINE, new double[] {0, 1}, new double[] {0, 63}));
        assertEquals(
                16,
                lines.subList(1, 17).stream()
                        .filter(line -> line.charAt(10) != ' ')
                        .count());
        assertEquals("⡇", lines.get(16).substring(10).strip(), "the lower half is at the left");
        assertEquals("⢸", lines.get(1).substring(10).strip(), "the upper one at the right");
    }

    @Test
    void whatIsNoNumberLeavesAGap() {
        String bottom = curves(true, series(Series.Style.LINE, new double[] {0, 3, 10, 14, 17}, new double[] {
                    0, 0, Double.NaN, 0, 0
                }))
                .get(16);
        assertEquals("       0 │⣀⣀     ⣀⣀", bottom.stripTrailing());
    }

    @Test
    void whatIsBeyondTheAxesIsLeftOut() {
        List<String> lines = curves(true, points(new double[] {-1, 32, 5, 5}, new double[] {5, 5, -1, 64}));
        assertEquals(
                16,
                lines.subList(1, 17).stream()
                        .filter(line -> line.substring(10).isBlank())
                        .count());
    }

    @Test
    void seriesHaveTheirColors() {
        Series one =
                new Series("y1", Series.Style.POINTS, 1, Numbers.of(new double[] {0}), Numbers.of(new double[] {63}));
        Series two =
                new Series("y2", Series.Style.POINTS, 2, Numbers.of(new double[] {2}), Numbers.of(new double[] {63}));
        String top = lines(true, true, NARROW, new Panel.Curves("outputs", X, Y, List.of(one, two)))
                .get(1);
        assertEquals("      63 │\033[38;5;208m⠁\033[0m\033[38;5;35m⠁\033[0m", top.stripTrailing());
    }

    /**
     * Shares of the largest height: a quarter and all at the top, nothing and all at the bottom. The grays follow the square
     * root, from 233 to 251.
     */
    @Test
    void heightsAreGraysBehindTheSeries() {
        Series point =
                new Series("y1", Series.Style.POINTS, 0, Numbers.of(new double[] {0}), Numbers.of(new double[] {63}));
        List<String> lines = lines(
                true,
                true,
                NARROW,
                new Panel.Surface(
                        "outputs", X, Y, Numbers.of(new double[][] {{0, 100}, {25, 100}}), "loss", List.of(point)));
        String quarter = "\033[48;5;242m \033[0m";
        String all = "\033[48;5;251m \033[0m";
        assertEquals("      63 │\033[48;5;242m\033[38;5;33m⠁\033[0m" + quarter.repeat(7) + all.repeat(8), lines.get(1));
        assertEquals("         │" + quarter.repeat(8) + all.repeat(8), lines.get(8));
        assertEquals("         │" + "\033[48;5;233m \033[0m".repeat(8) + all.repeat(8), lines.get(9));
        assertEquals("          0    steps    31", lines.get(18));
        assertEquals(19, lines.size());
    }

    @Test
    void withoutColorASurfaceIsItsSeries() {
        Series point = points(new double[] {0}, new double[] {63});
        assertEquals(
                curves(true, point),
                lines(
                        false,
                        true,
                        NARROW,
                        new Panel.Surface(
                                "outputs",
                                X,
                                Y,
                                Numbers.of(new double[][] {{0, 100}, {25, 100}}),
                                "loss",
                                List.of(point))));
    }

    @ParameterizedTest
    @CsvSource({"10, 16", "28, 16", "29, 17", "80, 68", "84, 72", "200, 72"})
    void aWiderTerminalHasMoreColumnsUpToALimit(int terminal, int columns) {
        List<String> lines = lines(false, true, terminal, new Panel.Curves("outputs", X, Y, List.of()));
        assertEquals(10 + columns, lines.get(5).length());
        assertEquals(10 + columns, lines.get(17).length());
        assertEquals(10 + columns, lines.get(18).length(), "the upper limit stands at the end");
    }

    @Test
    void panelsWithoutAxesAreNotShown() {
        assertEquals(List.of(), lines(false, true, NARROW, new Panel.Images("image", List.of(), 1)));
    }
}
