package nn.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.model.Parameters;
import nn.report.page.Tiles.Tile;

/** What the first layer of a network looks at, as pictures. */
final class Weights {

    private static final int MOST_NEURONS = 40;
    private static final String TITLE = "What the first layer looks at";
    private static final List<String> DIRECTIONS = List.of("→", "↘", "↓", "↙", "←", "↖", "↑", "↗");

    private final Classifier classifier;

    Weights(Classifier classifier) {
        this.classifier = classifier;
    }

    /** Shows the first network of each kind of inputs. */
    void write(Html html) {
        html.open("section", "id", "weights").element("h2", TITLE);
        for (Tiles tiles : all()) {
            html.element("p", tiles.description());
            if (tiles.tiles().get(0).caption().isEmpty()) {
                image(
                        html,
                        "wide",
                        "Weights of " + tiles.tiles().size() + " neurons of the first layer, a tile for each",
                        tiles.together());
            } else {
                html.open("ul", "class", "directions");
                tiles.tiles().forEach(tile -> direction(html, tile));
                html.close();
            }
        }
        html.close();
    }

    private static void direction(Html html, Tile tile) {
        String name = tile.caption().get(0);
        html.open("li").element("b", name);
        image(
                html,
                "digit",
                "Strength of the direction " + name + " in " + tile.rows() + " x " + tile.columns() + " places",
                tile);
        html.close();
    }

    private static void image(Html html, String style, String alternative, Tile tile) {
        html.empty(
                "img",
                "class",
                style,
                "alt",
                alternative,
                "src",
                Gallery.dataUri(tile.samples(), tile.rows(), tile.columns()));
    }

    /** The weights of pixels and of gradient directions, of the first network of each kind of inputs. */
    List<Tiles> all() {
        List<Tiles> all = new ArrayList<>();
        for (InputKind kind : InputKind.values()) {
            int member = classifier.inputs().indexOf(kind);
            if (member >= 0 && kind != InputKind.GRADIENTS) {
                all.add(pixels(member));
            }
            if (member >= 0 && kind != InputKind.PIXELS) {
                all.add(directions(member, kind == InputKind.BOTH ? classifier.rows() * classifier.columns() : 0));
            }
        }
        return all;
    }

    private String id(String name, int member) {
        return classifier.members().size() == 1 ? name : name + "-" + (member + 1);
    }

    private String whose(int member) {
        return classifier.members().size() == 1 ? "" : " (member " + (member + 1) + ")";
    }

    private Tiles pixels(int member) {
        Parameters network = classifier.members().get(member);
        int inputs = classifier.rows() * classifier.columns();
        int neurons = network.architecture().sizes().get(1);
        List<Tile> strongest = IntStream.range(0, neurons)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer neuron) -> -squares(network, neuron, inputs)))
                .limit(MOST_NEURONS)
                .map(neuron -> tile(network, neuron))
                .toList();
        return new Tiles(
                id("weights", member),
                TITLE,
                Format.of(
                        "The weights of pixels%s: the %d of %,d neurons with the largest weights. Ink on a dark place speaks for the "
                                + "neuron, on a light place against it; gray places do not matter.",
                        whose(member), strongest.size(), neurons),
                strongest);
    }

    /** On a scale of its own about gray. */
    private Tile tile(Parameters network, int neuron) {
        byte[] samples = new byte[classifier.rows() * classifier.columns()];
        double most = Double.MIN_NORMAL;
        for (int i = 0; i < samples.length; i++) {
            most = Math.max(most, Math.abs(network.weight(0, i, neuron)));
        }
        for (int i = 0; i < samples.length; i++) {
            // Steps of 8 make the file a third smaller, and are not seen.
            samples[i] = (byte) ((int) Math.round(128 - 120 * network.weight(0, i, neuron) / most) & ~7);
        }
        return new Tile(List.of(), samples, classifier.rows(), classifier.columns());
    }

    private static double squares(Parameters network, int neuron, int inputs) {
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
            sum += network.weight(0, i, neuron) * network.weight(0, i, neuron);
        }
        return sum;
    }

    /**
     * For each direction, how much each cell of the grid weighs: the root mean square over the neurons.
     *
     * @param start the first input that is a direction
     */
    private Tiles directions(int member, int start) {
        Parameters network = classifier.members().get(member);
        int inputs = Math.toIntExact(InputKind.GRADIENTS.count(classifier.rows(), classifier.columns()));
        int cellsAcross = (classifier.columns() + 3) / 4;
        int cellsDown = inputs / DIRECTIONS.size() / cellsAcross;
        double[] strengths = strengths(network, start, inputs);
        double most = Math.max(Double.MIN_NORMAL, Arrays.stream(strengths).max().orElse(0));
        List<Tile> tiles = new ArrayList<>();
        for (int direction = 0; direction < DIRECTIONS.size(); direction++) {
            byte[] samples = new byte[cellsDown * cellsAcross];
            for (int cell = 0; cell < samples.length; cell++) {
                double strength = strengths[
                        (cell / cellsAcross * DIRECTIONS.size() + direction) * cellsAcross + cell % cellsAcross];
                samples[cell] = (byte) (255 - Math.round(255 * strength / most));
            }
            tiles.add(new Tile(List.of(DIRECTIONS.get(direction)), samples, cellsDown, cellsAcross));
        }
        return new Tiles(
                id("directions", member),
                TITLE,
                "What it makes of gradient directions" + whose(member)
                        + ": how strongly it weighs each place, for each direction in which ink grows darker. Dark is strong.",
                tiles);
    }

    private static double[] strengths(Parameters network, int start, int inputs) {
        int neurons = network.architecture().sizes().get(1);
        double[] strengths = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            double sum = 0;
            for (int neuron = 0; neuron < neurons; neuron++) {
                sum += network.weight(0, start + i, neuron) * network.weight(0, start + i, neuron);
            }
            strengths[i] = Math.sqrt(sum / neurons);
        }
        return strengths;
    }
}
