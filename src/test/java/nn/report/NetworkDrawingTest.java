package nn.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import nn.lesson.Numbers;
import nn.lesson.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two inputs, three hidden neurons and an output; all values and weights differ. */
class NetworkDrawingTest {

    private static final double[][] VALUES = {{1, 0.5}, {0.125, -0.25, 0.33333}, {7}};
    private static final double[][][] WEIGHTS = {{{0.1, -0.2, 0.3}, {0.4, 0.55, -5}}, {{0.6}, {-0.7}, {0.05}}};
    private static final List<String> WRITTEN_VALUES = List.of("1", "0.5", "0.125", "\u22120.25", "0.3333", "7");
    private static final List<String> WRITTEN_WEIGHTS =
            List.of("0.1", "\u22120.2", "0.3", "0.4", "0.55", "\u22125", "0.6", "\u22120.7", "0.05");
    private static final Color POSITIVE = Palette.series(6);
    private static final Color NEGATIVE = Palette.series(1);
    private static final Rectangle2D.Double AREA = new Rectangle2D.Double(20, 40, 900, 420);

    private final RecordingCanvas canvas = RecordingCanvas.of(950, 500, "forward");

    private void draw(boolean backward) {
        List<Numbers> values = List.of(Numbers.of(VALUES[0]), Numbers.of(VALUES[1]), Numbers.of(VALUES[2]));
        List<Numbers> weights = List.of(Numbers.of(WEIGHTS[0]), Numbers.of(WEIGHTS[1]));
        new NetworkDrawing(
                        canvas,
                        new Panel.Network(
                                "network", values, weights, List.of("inputs", "hidden1", "outputs"), backward),
                        AREA)
                .draw();
    }

    /** The neurons' circles, layer by layer, from above. */
    private List<Ellipse2D> neurons() {
        return canvas.strokes.stream()
                .filter(stroke -> stroke.shape() instanceof Ellipse2D)
                .map(stroke -> (Ellipse2D) stroke.shape())
                .toList();
    }

    private static Point2D center(Shape shape) {
        return new Point2D.Double(
                shape.getBounds2D().getCenterX(), shape.getBounds2D().getCenterY());
    }

    /** Each link's two neurons and its weight, in the order of the weights in the matrices. */
    private record Link(Point2D from, Point2D to, double weight) {
        private Line2D line() {
            return new Line2D.Double(from, to);
        }
    }

    private List<Link> links() {
        List<Ellipse2D> neurons = neurons();
        assertEquals(6, neurons.size());
        List<Link> links = new ArrayList<>();
        int start = 0;
        for (int layer = 0; layer < 2; layer++) {
            int next = start + VALUES[layer].length;
            for (int from = 0; from < VALUES[layer].length; from++) {
                for (int to = 0; to < VALUES[layer + 1].length; to++) {
                    links.add(new Link(
                            center(neurons.get(start + from)),
                            center(neurons.get(next + to)),
                            WEIGHTS[layer][from][to]));
                }
            }
            start = next;
        }
        assertEquals(9, links.size());
        return links;
    }

    @Test
    void layersStandFromLeftToRightAndTheirNeuronsFromAbove() {
        draw(false);
        List<Point2D> centers =
                neurons().stream().map(NetworkDrawingTest::center).toList();
        // Half the room for each of two, a third for each of three; the layers' names are below.
        assertArrayEquals(
                new double[] {40 + 95, 40 + 285, 40 + 380 / 6.0, 40 + 190, 40 + 380 * 5 / 6.0, 40 + 190},
                centers.stream().mapToDouble(Point2D::getY).toArray(),
                1e-9);
        double left = centers.get(0).getX();
        double right = centers.get(5).getX();
        assertEquals(
                List.of(left, left, 470.0, 470.0, 470.0, right),
                centers.stream().map(Point2D::getX).toList());
        assertEquals(AREA.getCenterX(), (left + right) / 2);
        neurons()
                .forEach(neuron -> assertTrue(
                        AREA.contains(neuron.getBounds2D()),
                        neuron.getBounds2D().toString()));
    }

    @Test
    void eachNeuronHoldsItsValueWithFourDecimalsAtMost() {
        draw(false);
        for (int i = 0; i < WRITTEN_VALUES.size(); i++) {
            RecordingCanvas.Text value = canvas.text(WRITTEN_VALUES.get(i));
            assertEquals(center(neurons().get(i)), new Point2D.Double(value.x(), value.y()));
            assertEquals(Canvas.Align.CENTER, value.align());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTwoNeuronsOfNeighboringLayersAreLinked(boolean backward) {
        draw(backward);
        List<RecordingCanvas.Stroke> lines = canvas.strokes.stream()
                .filter(stroke -> stroke.shape() instanceof Line2D)
                .toList();
        assertEquals(9, lines.size());
        for (int i = 0; i < 9; i++) {
            Link link = links().get(i);
            assertEquals(
                    RecordingCanvas.steps(link.line()),
                    RecordingCanvas.steps(lines.get(i).shape()));
            assertEquals(link.weight() < 0 ? NEGATIVE : POSITIVE, lines.get(i).color());
            assertEquals(
                    1 + 2.2 * Math.min(1, Math.abs(link.weight())), lines.get(i).width(), 1e-12, "strength of " + link);
        }
    }

    @Test
    void noWeightCoversAnotherLink() {
        draw(false);
        for (String weight : WRITTEN_WEIGHTS) {
            RecordingCanvas.Text text = canvas.text(weight);
            Rectangle2D box = new Rectangle2D.Double(text.x() - 15, text.y() - 9, 30, 18);
            assertEquals(
                    1,
                    links().stream().filter(link -> link.line().intersects(box)).count(),
                    weight);
        }
    }

    /** The head is a triangle on the link, whose first corner is its tip. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void arrowsPointToTheNeuronThatIsComputed(boolean backward) {
        draw(backward);
        List<RecordingCanvas.Fill> heads = canvas.fills.stream()
                .filter(fill -> fill.shape() instanceof Path2D)
                .toList();
        assertEquals(9, heads.size());
        for (int i = 0; i < 9; i++) {
            Link link = links().get(i);
            Point2D target = backward ? link.from() : link.to();
            List<Point2D> corners = RecordingCanvas.corners(heads.get(i).shape());
            assertEquals(0, link.line().ptLineDist(corners.get(0)), 1e-4, "on the link");
            assertEquals(36, corners.get(0).distance(target), 1e-9, "its tip is at the circle");
            double back = corners.get(1).distance(target);
            assertTrue(back > 36 + 10 && back < link.from().distance(link.to()) / 2, "it points there: " + back);
            assertEquals(back, corners.get(2).distance(target), 1e-9, "it is even");
            assertEquals(5.5, link.line().ptLineDist(corners.get(1)), 1e-4);
            assertEquals(11, corners.get(1).distance(corners.get(2)), 1e-9, "on both sides of the link");
            assertEquals(link.weight() < 0 ? NEGATIVE : POSITIVE, heads.get(i).color());
        }
    }

    @Test
    void eachWeightStandsOnItsLinkNearItsStartWithNothingBehindIt() {
        draw(false);
        for (int i = 0; i < 9; i++) {
            Link link = links().get(i);
            RecordingCanvas.Text text = canvas.text(WRITTEN_WEIGHTS.get(i));
            Point2D place = new Point2D.Double(text.x(), text.y());
            assertEquals(0, link.line().ptSegDist(place), 1e-4, text.text());
            assertTrue(place.distance(link.from()) < 0.6 * link.from().distance(link.to()), text.text());
            assertTrue(place.distance(link.from()) > 60, text.text());
            Rectangle2D paper = canvas.boxes(Color.WHITE).get(i);
            assertEquals(place, center(paper));
            assertTrue(
                    paper.getWidth() > canvas.width(text.text(), Canvas.SMALL) && paper.getHeight() > 13, text.text());
            for (int x = (int) paper.getX() + 1; x < paper.getMaxX() - 1; x++) {
                int top = canvas.image.getRGB(x, (int) paper.getY() + 1);
                assertTrue(top != POSITIVE.getRGB() && top != NEGATIVE.getRGB(), "a link goes through " + text.text());
            }
        }
    }

    /** Closer than 30 pixels to a center, links would show inside the circles, next to the values. */
    @Test
    void linksAreBehindTheNeurons() {
        draw(false);
        for (Link link : links()) {
            double share = 30 / link.from().distance(link.to());
            for (double along : new double[] {share, 1 - share}) {
                double x = link.from().getX()
                        + along * (link.to().getX() - link.from().getX());
                double y = link.from().getY()
                        + along * (link.to().getY() - link.from().getY());
                assertEquals(Color.WHITE.getRGB(), canvas.image.getRGB((int) x, (int) y), link.toString());
            }
        }
    }

    @Test
    void eachLayerHasItsNameBelow() {
        draw(false);
        List<String> names = List.of("input x", "z1", "output y");
        for (int layer = 0; layer < 3; layer++) {
            RecordingCanvas.Text name = canvas.text(names.get(layer));
            assertEquals(neurons().get(new int[] {0, 2, 5}[layer]).getCenterX(), name.x());
            assertTrue(name.y() > neurons().get(4).getMaxY() && name.y() < AREA.getMaxY() - 8, name.toString());
        }
    }
}
