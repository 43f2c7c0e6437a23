package nn.report;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import nn.lesson.Numbers;
import nn.lesson.Panel;

/** Draws a network: neurons with their values, links with their weights, arrows in the direction of the computation. */
final class NetworkDrawing {

    private static final double RADIUS = 34;

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

    /**
     * Writes each weight on its link near the start, a little further along for each link below, so that the numbers do not
     * overlap.
     */
    private void drawWeights(int layer) {
        List<Numbers> rows = network.weights().get(layer).parts();
        for (int from = 0; from < rows.size(); from++) {
            List<Double> weights = rows.get(from).values();
            for (int to = 0; to < weights.size(); to++) {
                double along = 0.30 + 0.13 * to;
                double x = x(layer) + along * (x(layer + 1) - x(layer));
                double y = y(layer, from) + along * (y(layer + 1, to) - y(layer, from));
                String text = number(weights.get(to));
                double wide = canvas.width(text, Canvas.SMALL) + 6;
                canvas.box(x - wide / 2, y - 9, wide, 18, Color.WHITE);
                canvas.text(text, x, y, Canvas.Align.CENTER, Canvas.SMALL, Palette.INK);
            }
        }
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 1e4) / 1e4;
        return NumbersText.text(Numbers.of(rounded)).replace('-', '\u2212');
    }
}
