package nn.report.page;

import java.util.List;
import nn.checkpoint.RunDirectory;
import nn.report.page.History.Epoch;

/** A curve in one line of text. */
public final class Sparkline {

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final int WIDEST = 40;

    private Sparkline() {}

    /**
     * The training loss of a run's first network, such as {@code Loss █▃▂▁ 0.8540 to 0.5757}.
     *
     * @throws nn.NnException BAD_CHECKPOINT if the run's history is missing or damaged
     */
    public static String loss(RunDirectory run) {
        List<Double> losses =
                History.read(run.history()).first().stream().map(Epoch::loss).toList();
        return losses.isEmpty()
                ? ""
                : Format.of("Loss %s %.4f to %.4f", of(losses), losses.get(0), losses.get(losses.size() - 1));
    }

    /** One block for each value, the lowest for the smallest. Of many values, evenly spaced ones are shown. */
    static String of(List<Double> values) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        int width = Math.min(WIDEST, values.size());
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width; i++) {
            double value = values.get(width == 1 ? 0 : i * (values.size() - 1) / (width - 1));
            double height = high > low ? (value - low) / (high - low) : 0;
            line.append(BLOCKS.charAt((int) Math.round(height * (BLOCKS.length() - 1))));
        }
        return line.toString();
    }
}
