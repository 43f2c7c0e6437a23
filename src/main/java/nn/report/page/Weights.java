package nn.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.model.Parameters;

/** What the first layer of a network looks at, as pictures. */
final class Weights {

    private static final int MOST_NEURONS = 40;
    private static final int ACROSS = 10;
    private static final List<String> DIRECTIONS = List.of("→", "↘", "↓", "↙", "←", "↖", "↑", "↗");

    private final Classifier classifier;

    Weights(Classifier classifier) {
        this.classifier = classifier;
    }

    /** Shows the first network of each kind of inputs. */
    void write(Html html) {
        html.open("section", "id", "weights").element("h2", "What the first layer looks at");
        int rows = classifier.rows();
        int columns = classifier.columns();
        for (InputKind kind : InputKind.values()) {
            int member = classifier.inputs().indexOf(kind);
            if (member < 0) {
                continue;
            }
            String whose = classifier.members().size() == 1 ? "" : " (member " + (member + 1) + ")";
            Parameters network = classifier.members().get(member);
            if (kind != InputKind.GRADIENTS) {
                pixels(html, network, whose, rows, columns);
            }
            if (kind != InputKind.PIXELS) {
                int start = kind == InputKind.BOTH ? rows * columns : 0;
                directions(html, network, start, whose, rows, columns);
            }
        }
        html.close();
    }

    private static void pixels(Html html, Parameters network, String whose, int rows, int columns) {
        int neurons = network.architecture().sizes().get(1);
        List<Integer> strongest = IntStream.range(0, neurons)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer neuron) -> -squares(network, neuron, rows * columns)))
                .limit(MOST_NEURONS)
                .toList();
        List<double[]> tiles = new ArrayList<>();
        for (int neuron : strongest) {
            double[] tile = new double[rows * columns];
            for (int i = 0; i < tile.length; i++) {
                tile[i] = network.weight(0, i, neuron);
            }
            tiles.add(tile);
        }
        html.element(
                "p",
                Format.of(
                        "The weights of pixels%s: the %d of %,d neurons with the largest weights. Ink on a dark place speaks for the "
                                + "neuron, on a light place against it; gray places do not matter.",
                        whose, strongest.size(), neurons));
        picture(
                html,
                "wide",
                "Weights of " + strongest.size() + " neurons of the first layer, a tile for each",
                tiles,
                rows,
                columns);
    }

    private static double squares(Parameters network, int neuron, int inputs) {
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
            sum += network.weight(0, i, neuron) * network.weight(0, i, neuron);
        }
        return sum;
    }

    /** For each direction, how much each cell of the grid weighs: the root mean square over the neurons. */
    private static void directions(Html html, Parameters network, int start, String whose, int rows, int columns) {
        int inputs = Math.toIntExact(InputKind.GRADIENTS.count(rows, columns));
        int neurons = network.architecture().sizes().get(1);
        int cellsAcross = (columns + 3) / 4;
        int cellsDown = inputs / DIRECTIONS.size() / cellsAcross;
        html.element(
                "p",
                "What it makes of gradient directions" + whose
                        + ": how strongly it weighs each place, for each direction in which ink grows darker. Dark is strong.");
        double[] strengths = new double[inputs];
        double most = 0;
        for (int i = 0; i < inputs; i++) {
            double sum = 0;
            for (int neuron = 0; neuron < neurons; neuron++) {
                double weight = network.weight(0, start + i, neuron);
                sum += weight * weight;
            }
            strengths[i] = Math.sqrt(sum / neurons);
            most = Math.max(most, strengths[i]);
        }
        html.open("ul", "class", "directions");
        for (int direction = 0; direction < DIRECTIONS.size(); direction++) {
            byte[] samples = new byte[cellsDown * cellsAcross];
            for (int cell = 0; cell < samples.length; cell++) {
                double strength = strengths[
                        (cell / cellsAcross * DIRECTIONS.size() + direction) * cellsAcross + cell % cellsAcross];
                samples[cell] = (byte) (255 - Math.round(255 * strength / most));
            }
            html.open("li").element("b", DIRECTIONS.get(direction));
            html.empty(
                    "img",
                    "class",
                    "digit",
                    "alt",
                    "Strength of the direction " + DIRECTIONS.get(direction) + " in " + cellsDown + " x " + cellsAcross
                            + " places",
                    "src",
                    Gallery.dataUri(samples, cellsDown, cellsAcross));
            html.close();
        }
        html.close();
    }

    /** Tiles side by side with a white pixel between them; each has its own scale about gray. */
    private static void picture(
            Html html, String style, String alternative, List<double[]> tiles, int rows, int columns) {
        int across = Math.min(ACROSS, tiles.size());
        int down = (tiles.size() + across - 1) / across;
        int width = across * (columns + 1) - 1;
        int height = down * (rows + 1) - 1;
        byte[] samples = new byte[width * height];
        Arrays.fill(samples, (byte) 255);
        for (int tile = 0; tile < tiles.size(); tile++) {
            double most = Double.MIN_NORMAL;
            for (double weight : tiles.get(tile)) {
                most = Math.max(most, Math.abs(weight));
            }
            for (int i = 0; i < rows * columns; i++) {
                int y = tile / across * (rows + 1) + i / columns;
                int x = tile % across * (columns + 1) + i % columns;
                // Steps of 8 make the file a third smaller, and are not seen.
                int gray = (int) Math.round(128 - 120 * tiles.get(tile)[i] / most) & ~7;
                samples[y * width + x] = (byte) gray;
            }
        }
        html.empty("img", "class", style, "alt", alternative, "src", Gallery.dataUri(samples, height, width));
    }
}
