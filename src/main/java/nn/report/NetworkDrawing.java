package nn.report;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import nn.lesson.Numbers;
import nn.lesson.Panel;

/** Draws a network: neurons with their values, links with their weights, arrows in the direction of the computation. */
final class NetworkDrawing {

    private static final double RADIUS = 34;
    /** Enough distance of a weight to other links, in pixels. */
    private static final double ROOM = 24;

    private final Canvas canvas;
    private final Panel.Network network;
    private final Rectangle2D.Double area;

    NetworkDrawing(Canvas canvas, Panel.Network network, Rectangle2D.Double area) {
        this.canvas = canvas;
        this.network = network;
        this.area = area;
    }

    void draw() {
        for (int layer = 0; layer < network.weights().size(); layer++) {
            drawLinks(layer);
        }
        for (int layer = 0; layer < network.weights().size(); layer++) {
            drawWeights(layer);
        }
        for (int layer = 0; layer < network.values().size(); layer++) {
            List<Double> values = network.values().get(layer).values();
            for (int neuron = 0; neuron < values.size(); neuron++) {
                double x = x(layer);
                double y = y(layer, neuron);
                canvas.dot(x, y, RADIUS, Color.WHITE);
                canvas.stroke(
                        new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS),
                        2.2,
                        Palette.series(0),
                        false);
                canvas.text(number(values.get(neuron)), x, y, Canvas.Align.CENTER, Canvas.LABEL, Palette.INK);
            }
            canvas.text(
                    canvas.words().text("layer." + network.layers().get(layer)),
                    x(layer),
                    area.y + area.height - 16,
                    Canvas.Align.CENTER,
                    Canvas.LABEL,
                    Palette.INK);
        }
    }

    private double x(int layer) {
        double margin = 70;
        return area.x
                + margin
                + (area.width - 2 * margin) * layer / (network.values().size() - 1);
    }

    private double y(int layer, int neuron) {
        int count = network.values().get(layer).shape().get(0);
        double height = area.height - 40;
        return area.y + height * (neuron + 0.5) / count;
    }

    private void drawLinks(int layer) {
        List<Numbers> rows = network.weights().get(layer).parts();
        for (int from = 0; from < rows.size(); from++) {
            List<Double> weights = rows.get(from).values();
            for (int to = 0; to < weights.size(); to++) {
                double weight = weights.get(to);
                Color color = Palette.series(weight < 0 ? 1 : 6);
                double width = 1 + 2.2 * Math.min(1, Math.abs(weight));
                canvas.line(x(layer), y(layer, from), x(layer + 1), y(layer + 1, to), width, color);
                arrow(layer, from, to, color);
            }
        }
    }

    private void arrow(int layer, int from, int to, Color color) {
        double dx = x(layer + 1) - x(layer);
        double dy = y(layer + 1, to) - y(layer, from);
        double length = Math.hypot(dx, dy);
        double ux = (network.backward() ? -dx : dx) / length;
        double uy = (network.backward() ? -dy : dy) / length;
        double tipX = (network.backward() ? x(layer) : x(layer + 1)) - ux * (RADIUS + 2);
        double tipY = (network.backward() ? y(layer, from) : y(layer + 1, to)) - uy * (RADIUS + 2);
        Path2D head = new Path2D.Double();
        head.moveTo(tipX, tipY);
        head.lineTo(tipX - 13 * ux + 5.5 * uy, tipY - 13 * uy - 5.5 * ux);
        head.lineTo(tipX - 13 * ux - 5.5 * uy, tipY - 13 * uy + 5.5 * ux);
        head.closePath();
        canvas.fill(head, color);
    }

    /** Writes each weight on its link, where it is far from other links and weights. */
    private void drawWeights(int layer) {
        List<Line2D> links = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Numbers> rows = network.weights().get(layer).parts();
        for (int from = 0; from < rows.size(); from++) {
            List<Double> weights = rows.get(from).values();
            for (int to = 0; to < weights.size(); to++) {
                links.add(new Line2D.Double(x(layer), y(layer, from), x(layer + 1), y(layer + 1, to)));
                texts.add(number(weights.get(to)));
            }
        }
        List<Point2D> places = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Point2D place = place(links.get(i), links, places);
            places.add(place);
            double wide = canvas.width(texts.get(i), Canvas.SMALL) + 6;
            canvas.box(place.getX() - wide / 2, place.getY() - 9, wide, 18, Color.WHITE);
            canvas.text(texts.get(i), place.getX(), place.getY(), Canvas.Align.CENTER, Canvas.SMALL, Palette.INK);
        }
    }

    /** The first point on a link with enough room around it, or else the one with the most. */
    private static Point2D place(Line2D link, List<Line2D> links, List<Point2D> taken) {
        Point2D best = link.getP1();
        double most = -1;
        for (double along = 0.25; along <= 0.8 && most < ROOM; along += 0.02) {
            Point2D point = new Point2D.Double(
                    link.getX1() + along * (link.getX2() - link.getX1()),
                    link.getY1() + along * (link.getY2() - link.getY1()));
            double room = Math.min(
                    links.stream()
                            .filter(other -> other != link)
                            .mapToDouble(other -> other.ptSegDist(point))
                            .min()
                            .orElse(ROOM),
                    taken.stream()
                            .mapToDouble(other -> other.distance(point) / 2)
                            .min()
                            .orElse(ROOM));
            if (room > most) {
                most = room;
                best = point;
            }
        }
        return best;
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 1e4) / 1e4;
        return NumbersText.text(Numbers.of(rounded)).replace('-', '\u2212');
    }
}
