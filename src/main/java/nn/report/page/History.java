package nn.report.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.files.ReadableFile;

/**
 * The epochs of a run, as its {@code history.csv} tells them.
 *
 * @param networks the epochs of each network, in the order of their training
 */
record History(List<Network> networks) {

    /** Of a model whose training is not at hand. */
    static final History NONE = new History(List.of());

    private static final int MOST_BYTES = 32 << 20;
    private static final String ADVICE = "name the directory of a finished run";

    History {
        networks = List.copyOf(networks);
    }

    /**
     * The epochs of one network.
     *
     * @param member its number in a committee, from 1
     * @param refit whether it is a training on all examples after the choice
     */
    record Network(int member, boolean refit, List<Epoch> epochs) {

        Network {
            epochs = List.copyOf(epochs);
        }
    }

    /**
     * An epoch. What was not measured is NaN.
     *
     * @param loss the mean training loss
     */
    record Epoch(
            int number,
            double loss,
            double validationLoss,
            double validationAccuracy,
            double learningRate,
            double seconds,
            boolean best) {}

    /** The epochs of the first network; none if there is none. */
    List<Epoch> first() {
        return networks.isEmpty() ? List.of() : networks.get(0).epochs();
    }

    /**
     * Reads a history. Files of older versions lack the last columns: they are of one network.
     *
     * @throws NnException BAD_CHECKPOINT if it is missing or damaged
     */
    static History read(Path file) {
        String text = ReadableFile.readText(file, Kind.BAD_CHECKPOINT, MOST_BYTES, ADVICE);
        try {
            return parse(text.lines().toList());
        } catch (IllegalArgumentException e) {
            throw new NnException(
                    Kind.BAD_CHECKPOINT,
                    file + ": is no history of a run (" + UntrustedText.reason(e) + "); " + ADVICE,
                    e);
        }
    }

    /** @throws IllegalArgumentException if there is no epoch, or a line is not as the header says */
    static History parse(List<String> lines) {
        List<String> names =
                lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).split(",", -1));
        if (!names.containsAll(List.of("epoch", "loss"))) {
            throw new IllegalArgumentException("no header with epoch and loss");
        }
        if (lines.size() == 1) {
            throw new IllegalArgumentException("no epochs");
        }
        Map<String, List<Epoch>> epochs = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Fields fields = new Fields(names, line.split(",", -1));
            epochs.computeIfAbsent(
                            fields.text("member", "1") + " " + fields.text("refit", "false"),
                            network -> new ArrayList<>())
                    .add(fields.epoch());
        }
        List<Network> networks = new ArrayList<>();
        epochs.forEach((name, own) -> {
            String[] words = name.split(" ", 2);
            networks.add(new Network(Integer.parseInt(words[0]), Boolean.parseBoolean(words[1]), own));
        });
        return new History(networks);
    }

    private record Fields(List<String> names, String[] values) {

        Fields {
            if (names.size() != values.length) {
                throw new IllegalArgumentException(names.size() + " columns, " + values.length + " values");
            }
        }

        Epoch epoch() {
            return new Epoch(
                    Integer.parseInt(text("epoch", "")),
                    number("loss"),
                    number("validation_loss"),
                    number("validation_accuracy"),
                    number("learning_rate"),
                    number("seconds"),
                    Boolean.parseBoolean(text("best", "false")));
        }

        String text(String name, String otherwise) {
            int index = names.indexOf(name);
            return index < 0 ? otherwise : values[index];
        }

        private double number(String name) {
            String text = text(name, "");
            if (text.isEmpty()) {
                return Double.NaN;
            }
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " is " + value);
            }
            return value;
        }
    }
}
