package nn.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nn.lesson.Axis;
import nn.lesson.Figure;
import nn.lesson.Lesson;
import nn.lesson.LessonResult;
import nn.lesson.Lessons;
import nn.lesson.Numbers;
import nn.lesson.Panel;
import nn.lesson.Runs;
import nn.lesson.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FigureDrawingTest {

    private static Stream<String> lessons() {
        return Lessons.all().stream().map(Lesson::name);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonIsDrawnWithAllItsColors(String name) {
        LessonResult result = Runs.of(name);
        BufferedImage image = FigureDrawing.image(result, Locale.ENGLISH);
        assertTrue(image.getWidth() >= 1200 && image.getHeight() >= 900, image.getWidth() + " x " + image.getHeight());
        assertTrue(count(image, all(image), Palette.INK) > 500, "no text");
        for (int color : colors(result)) {
            assertTrue(count(image, all(image), Palette.series(color)) > 100, () -> "nothing in color " + color);
        }
    }

    private static Rectangle all(BufferedImage image) {
        return new Rectangle(image.getWidth(), image.getHeight());
    }

    private static long count(BufferedImage image, Rectangle part, Color color) {
        int rgb = color.getRGB();
        long count = 0;
        for (int pixel : image.getRGB(part.x, part.y, part.width, part.height, null, 0, part.width)) {
            count += pixel == rgb ? 1 : 0;
        }
        return count;
    }

    private static Set<Integer> colors(LessonResult result) {
        Set<Integer> colors = new TreeSet<>();
        for (Panel panel : result.figure().panels()) {
            List<Series> series = panel instanceof Panel.Curves curves
                    ? curves.series()
                    : panel instanceof Panel.Surface surface ? surface.series() : List.of();
            series.forEach(entry -> colors.add(entry.color()));
        }
        return colors;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void thePngHoldsThePictureWhichIsTheSameEveryTime() throws IOException {
        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(FigureDrawing.png(Runs.of("linear"), Locale.ENGLISH)));
        assertArrayEquals(pixels(FigureDrawing.image(Runs.of("linear"), Locale.ENGLISH)), pixels(read));
    }

    private static BufferedImage ofPanels(int count, int columns) {
        Axis axis = new Axis("steps", 0, 1, Axis.Scale.LINEAR);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Numbers diagonal = Numbers.of(new double[] {0, 1});
            panels.add(new Panel.Curves(
                    "outputs", axis, axis, List.of(new Series("y1", Series.Style.LINE, i, diagonal, diagonal))));
        }
        return FigureDrawing.image(
                new LessonResult("linear", List.of(), List.of(), new Figure(panels, columns)), Locale.ENGLISH);
    }

    /** Each with a line in a color of its own. The title takes less than a tenth of the height. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "2, 2", "3, 2", "3, 3", "4, 2"})
    void panelsStandInRowsUnderTheTitle(int panels, int columns) {
        BufferedImage image = ofPanels(panels, columns);
        int rows = (panels + columns - 1) / columns;
        int top = 100;
        int width = image.getWidth() / columns;
        int height = (image.getHeight() - top) / rows;
        for (int i = 0; i < panels; i++) {
            Rectangle place = new Rectangle(i % columns * width, top + i / columns * height, width, height);
            assertTrue(count(image, place, Palette.series(i)) > 1000, "panel " + i);
            assertEquals(
                    count(image, all(image), Palette.series(i)),
                    count(image, place, Palette.series(i)),
                    "panel " + i + " alone");
            assertTrue(count(image, place, Palette.INK) > 100, "text of panel " + i);
        }
        assertTrue(count(image, new Rectangle(0, 0, image.getWidth(), top), Palette.INK) > 1000, "the title");
        for (Rectangle edge : List.of(
                new Rectangle(0, 0, image.getWidth(), 10),
                new Rectangle(0, 0, 10, image.getHeight()),
                new Rectangle(0, image.getHeight() - 10, image.getWidth(), 10),
                new Rectangle(image.getWidth() - 10, 0, 10, image.getHeight()))) {
            assertEquals((long) edge.width * edge.height, count(image, edge, Color.WHITE), "the margin is paper");
        }
    }

    /** A slanting line has pixels that mix its color and paper. */
    @Test
    void edgesAreSmooth() {
        int pure = Palette.series(0).getRGB();
        assertTrue(Arrays.stream(pixels(ofPanels(1, 1)))
                        .filter(pixel -> pixel != pure)
                        .mapToObj(Color::new)
                        .filter(color -> color.getBlue() > color.getRed() + 50)
                        .count()
                > 1000);
    }

    @Test
    void itsWordsAreOfTheLanguageIfTheMachineHasAFontForIt() {
        String title = LessonMessages.of("linear", Locale.CHINESE).text("title");
        boolean drawable = Canvas.font(Canvas.TITLE, true).canDisplayUpTo(title) < 0;
        LessonResult result = Runs.of("linear");
        assertEquals(
                !drawable,
                Arrays.equals(
                        pixels(FigureDrawing.image(result, Locale.CHINESE)),
                        pixels(FigureDrawing.image(result, Locale.ENGLISH))));
    }

    @Test
    void ticksAreRoundNumbersWithinTheAxis() {
        assertEquals(List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0), Ticks.of(new Axis("x", 0, 100, Axis.Scale.LINEAR)));
        assertEquals(List.of(0.0, 1.0, 2.0), Ticks.of(new Axis("x", 0, 2, Axis.Scale.COUNT)));
        assertEquals(
                List.of("-2", "-1", "0"),
                Ticks.of(new Axis("x", 0.01, 1, Axis.Scale.LOGARITHMIC)).stream()
                        .map(tick -> Ticks.label(new Axis("x", 0.01, 1, Axis.Scale.LOGARITHMIC), tick))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 6, LINEAR, 0 1 2 3 4 5 6",
        "0, 10, LINEAR, 0 2 4 6 8 10",
        "0, 30, LINEAR, 0 5 10 15 20 25 30",
        "0, 50, LINEAR, 0 10 20 30 40 50",
        "-0.25, 0.25, LINEAR, -0.2 -0.1 0 0.1 0.2",
        "-3, 3, LINEAR, -3 -2 -1 0 1 2 3",
        "-0.3, 0.3, LINEAR, -0.3 -0.2 -0.1 0 0.1 0.2 0.3",
        "0, 0.3, COUNT, 0",
        "0, 30, COUNT, 0 5 10 15 20 25 30",
        "1, 1000, LOGARITHMIC, 0 1 2 3",
        "2, 90, LOGARITHMIC, 1",
        "1e-9, 1e5, LOGARITHMIC, -9 -6 -3 0 3"
    })
    void ticksAreStepsOfOneTwoOrFive(double min, double max, Axis.Scale scale, String labels) {
        Axis axis = new Axis("x", min, max, scale);
        assertEquals(
                labels,
                Ticks.of(axis).stream().map(tick -> Ticks.label(axis, tick)).collect(Collectors.joining(" ")));
    }
}
