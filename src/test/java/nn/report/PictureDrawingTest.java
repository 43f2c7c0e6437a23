package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nn.lesson.Axis;
import nn.lesson.Lesson;
import nn.lesson.Lessons;
import nn.lesson.Outcome;
import nn.lesson.Panel;
import nn.lesson.Runs;
import nn.lesson.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureDrawingTest {

    private static Stream<String> lessons() {
        return Lessons.all().stream().map(Lesson::name);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonIsDrawnWithAllItsColors(String name) throws IOException {
        Outcome outcome = Runs.of(name);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureDrawing.png(outcome, Locale.ENGLISH)));
        assertTrue(image.getWidth() >= 1200 && image.getHeight() >= 900, image.getWidth() + " x " + image.getHeight());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        assertTrue(counts.getOrDefault(Palette.INK.getRGB(), 0) > 500, "no text");
        for (int color : colors(outcome)) {
            assertTrue(counts.getOrDefault(Palette.series(color).getRGB(), 0) > 100, () -> "nothing in color " + color);
        }
    }

    private static Set<Integer> colors(Outcome outcome) {
        Set<Integer> colors = new TreeSet<>();
        for (Panel panel : outcome.picture().panels()) {
            List<Series> series = panel instanceof Panel.Curves curves ? curves.series()
                    : panel instanceof Panel.Surface surface ? surface.series() : List.of();
            series.forEach(entry -> colors.add(entry.color()));
        }
        return colors;
    }

    @Test
    void theSameOutcomeIsTheSamePicture() throws IOException {
        BufferedImage one = ImageIO.read(new ByteArrayInputStream(PictureDrawing.png(Runs.of("linear"), Locale.ENGLISH)));
        BufferedImage two = ImageIO.read(new ByteArrayInputStream(PictureDrawing.png(Runs.of("linear"), Locale.ENGLISH)));
        for (int y = 0; y < one.getHeight(); y += 7) {
            for (int x = 0; x < one.getWidth(); x += 7) {
                assertEquals(one.getRGB(x, y), two.getRGB(x, y));
            }
        }
    }

    @Test
    void ticksAreRoundNumbersWithinTheAxis() {
        assertEquals(List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0), Ticks.of(new Axis("x", 0, 100, Axis.Scale.LINEAR)));
        assertEquals(List.of(0.0, 1.0, 2.0), Ticks.of(new Axis("x", 0, 2, Axis.Scale.COUNT)));
        assertEquals(List.of("-2", "-1", "0"), Ticks.of(new Axis("x", 0.01, 1, Axis.Scale.LOGARITHMIC)).stream()
                .map(tick -> Ticks.label(new Axis("x", 0.01, 1, Axis.Scale.LOGARITHMIC), tick)).toList());
    }
}
