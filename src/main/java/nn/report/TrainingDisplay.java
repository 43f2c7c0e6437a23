package nn.report;

import java.util.List;
import java.util.Locale;
import nn.detect.DetectorSize;
import nn.eval.Metrics;
import nn.train.EpochResult;
import nn.train.Stage;
import nn.train.TrainingConfig;
import nn.train.TrainingListener;
import nn.train.TrainingState;

/** Shows a training on the error stream: a line for each epoch, and on a terminal a progress bar with the time left. */
public final class TrainingDisplay implements TrainingListener {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final int BAR = 20;

    private final Terminal terminal;
    private final boolean quiet;
    private final long start = System.nanoTime();
    private long lastDrawn = start - REDRAW_NANOS;
    private final Redrawn bar;
    private boolean headed;
    private double epochSeconds;
    private String network = "";
    private int furtherNetworks;

    public TrainingDisplay(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
        bar = new Redrawn(terminal);
    }

    /** Announces the next network of a run that trains several. */
    public void network(TrainingConfig run, int finished) {
        List<Stage> stages = Stage.of(run);
        furtherNetworks = stages.size() - finished - 1;
        if (quiet || stages.size() == 1) {
            return;
        }
        clear();
        Stage stage = stages.get(finished);
        String which = run.course().members() == 1
                ? ""
                : format(" %d of %d", stage.member(), run.course().members());
        network = which.isEmpty() ? "" : "network" + which + "  ";
        terminal.err()
                .println(format(
                        "Network%s seed %d%s",
                        which.isEmpty() ? " with" : which + ",",
                        run.data().seed() + stage.member() - 1,
                        stage.refit() ? ", again on all examples" : ""));
        terminal.err().flush();
    }

    /**
     * Reports that the time limit ended a network's training.
     *
     * @param epoch the epoch in which it ended
     * @param epochs the number of planned epochs
     * @param stepShare the share of the planned steps that were made
     */
    public void outOfTime(int epoch, int epochs, double stepShare) {
        if (!quiet) {
            clear();
            terminal.err()
                    .println(format(
                            "Time is up in epoch %,d of %,d, after %s %% of the planned steps",
                            epoch, epochs, EvaluationText.percent(stepShare)));
            terminal.err().flush();
        }
    }

    /** Announces the training of the digit detector. */
    public void detector(DetectorSize size) {
        if (!quiet) {
            clear();
            terminal.err().println("Digit detector, " + size.label());
            terminal.err().flush();
        }
    }

    /** Reports the accuracy of the first networks of a committee together. */
    public void together(int networks, Metrics validation) {
        if (!quiet && validation.measured() && networks > 1) {
            terminal.err()
                    .println(format(
                            "%d networks together: %s %% on validation",
                            networks, EvaluationText.percent(validation.accuracy())));
        }
    }

    @Override
    public boolean afterStep(Progress progress, TrainingState state) {
        return afterStep(progress, state, Double.POSITIVE_INFINITY);
    }

    /** @param mostSeconds the most seconds that the network's training may still take */
    public boolean afterStep(Progress progress, TrainingState state, double mostSeconds) {
        if (quiet || !terminal.animated() || System.nanoTime() - lastDrawn < REDRAW_NANOS) {
            return true;
        }
        lastDrawn = System.nanoTime();
        bar.draw(bar(progress, secondsLeft(progress, mostSeconds)));
        return true;
    }

    /**
     * An estimate of the time that the run will still take.
     *
     * @param mostSeconds the most seconds that the network's training may still take
     */
    public double secondsLeft(Progress progress, double mostSeconds) {
        double done = (double) progress.step() / progress.steps();
        double perEpoch = epochSeconds > 0 ? epochSeconds : progress.seconds() / done;
        return Math.min(perEpoch * (progress.epochs() - progress.epoch() + 1 - done), mostSeconds)
                + perEpoch * progress.epochs() * (Double.isInfinite(mostSeconds) ? furtherNetworks : 0);
    }

    /** The most important comes first, because a narrow terminal cuts the end. */
    private String bar(Progress progress, double secondsLeft) {
        double done = (double) progress.step() / progress.steps();
        int filled = (int) (done * BAR);
        return format(
                "epoch %d/%d %3.0f %%  %s left  %sloss %.4f  [%s%s]",
                progress.epoch(),
                progress.epochs(),
                100 * done,
                duration(secondsLeft),
                network,
                progress.loss(),
                "#".repeat(filled),
                "-".repeat(BAR - filled));
    }

    @Override
    public void afterEpoch(EpochResult result, TrainingState state) {
        epochSeconds = result.seconds();
        if (quiet) {
            return;
        }
        clear();
        if (!headed) {
            headed = true;
            terminal.err().println("epoch    loss  val. loss  val. accuracy  learning rate  images/s   time");
        }
        Metrics validation = result.validation();
        String loss = validation.measured() ? format("%9.4f", validation.loss()) : "-";
        String accuracy = !validation.measured()
                ? "-  "
                : format("%s %%%s", EvaluationText.percent(validation.accuracy()), result.best() ? " *" : "  ");
        terminal.err()
                .println(format(
                        "%5d  %6.4f  %9s  %13s  %13.3g  %8.0f  %5s",
                        result.epoch(),
                        result.loss(),
                        loss,
                        accuracy,
                        result.learningRate(),
                        result.imagesPerSecond(),
                        duration((System.nanoTime() - start) / 1e9)));
        terminal.err().flush();
    }

    /** Removes the bar, so that its line can be used. */
    public void clear() {
        bar.clear();
    }

    /** A duration as people write it: {@code 4.2 s}, {@code 3:05}, {@code 1:02:03}. */
    public static String duration(double seconds) {
        if (seconds < 60) {
            return format("%.1f s", Math.max(0, seconds));
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? format("%d:%02d", whole / 60, whole % 60)
                : format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
