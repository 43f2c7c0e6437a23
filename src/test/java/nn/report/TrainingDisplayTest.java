package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import nn.eval.Metrics;
import nn.model.Activation;
import nn.model.Architecture;
import nn.train.EpochResult;
import nn.train.RunPlan;
import nn.train.TrainingConfig;
import nn.train.TrainingListener.Progress;
import nn.train.TrainingState;
import org.junit.jupiter.api.Test;

class TrainingDisplayTest {

    private static final TrainingState STATE =
            TrainingState.initial(Architecture.of(4, List.of(3), 2, Activation.RELU), Samples.config());
    /** The middle of the first of three epochs, after two seconds. */
    private static final Progress HALF = new Progress(1, 3, 5, 10, 2, 0.5);

    private static final EpochResult FIRST =
            new EpochResult(1, 0.51234, new Metrics(1000, 25, 0.0876), 0.00123, 2, 25000, true);

    private final StringWriter err = new StringWriter();

    private TrainingDisplay display(boolean animated, boolean quiet, int columns) {
        Terminal terminal = new Terminal(
                new PrintWriter(new StringWriter()), new PrintWriter(err), animated, false, false, columns);
        return new TrainingDisplay(terminal, quiet);
    }

    @Test
    void anEpochIsALineBelowAHeading() {
        TrainingDisplay display = display(false, false, 80);
        display.afterEpoch(FIRST, STATE);
        display.afterEpoch(new EpochResult(2, 0.25, new Metrics(1000, 30, 0.1), 1e-5, 2, 25000, false), STATE);
        display.afterEpoch(new EpochResult(3, 0.125, Metrics.NONE, 1e-5, 2, 25000, true), STATE);
        assertEquals("""
                epoch    loss  val. loss  val. accuracy  learning rate  images/s   time
                    1  0.5123     0.0876      97.50 % *        0.00123     12500  ? s
                    2  0.2500     0.1000      97.00 %         1.00e-05     12500  ? s
                    3  0.1250          -            -         1.00e-05     12500  ? s
                """, err.toString().replaceAll("[0-9.]+ s\n", "? s\n"));
    }

    @Test
    void stepsAreSilentWithoutATerminal() {
        TrainingDisplay display = display(false, false, 80);
        assertTrue(display.afterStep(HALF, STATE));
        display.clear();
        assertEquals("", err.toString());
    }

    @Test
    void onATerminalABarTellsTheTimeLeft() {
        assertTrue(display(true, false, 80).afterStep(HALF, STATE));
        assertEquals(drawn("epoch 1/3  50 %  10.0 s left  loss 0.5000  [##########----------]"), err.toString());
    }

    /** What the bar sends: do not wrap, the line, erase what is below, wrap again, and back to the line's start. */
    private static String drawn(String line) {
        return "\r\033[?7l" + line + "\033[J\033[?7h\r";
    }

    @Test
    void fortyColumnsShowTheTimeLeftOfACommittee() {
        TrainingDisplay display = display(true, false, 40);
        display.network(Samples.config().withCourse(new RunPlan(10, 0, 0, false)), 0);
        display.afterStep(new Progress(100, 100, 5, 10, 3600, 0.5), STATE);
        String line = err.toString().lines().reduce((first, second) -> second).orElseThrow();
        assertTrue(
                line.substring(line.indexOf("epoch"), line.indexOf("epoch") + 39)
                        .contains(" left  "),
                line);
    }

    @Test
    void theBarIsNotDrawnMoreOftenThanEyesSee() {
        TrainingDisplay display = display(true, false, 80);
        for (int i = 0; i < 100; i++) {
            display.afterStep(HALF, STATE);
        }
        assertTrue(err.toString().split("\r").length < 50, err::toString);
    }

    @Test
    void theBarGoesBeforeALine() {
        TrainingDisplay display = display(true, false, 80);
        display.afterStep(HALF, STATE);
        display.afterEpoch(FIRST, STATE);
        assertTrue(err.toString().contains("]\033[J\033[?7h\r\r \033[J\repoch    loss"), err::toString);
    }

    @Test
    void theBarGoesOnceWhenTheTrainingEnds() {
        TrainingDisplay display = display(true, false, 80);
        display.afterStep(HALF, STATE);
        display.clear();
        display.clear();
        assertTrue(err.toString().endsWith("]\033[J\033[?7h\r\r \033[J\r"), err::toString);
    }

    @Test
    void quietMeansNothingAtAll() {
        TrainingDisplay display = display(true, true, 80);
        display.afterStep(HALF, STATE);
        display.afterEpoch(FIRST, STATE);
        display.clear();
        assertEquals("", err.toString());
    }

    @Test
    void timesAreToldAsPeopleDo() {
        assertEquals("4.2 s", TrainingDisplay.duration(4.24));
        assertEquals("0.0 s", TrainingDisplay.duration(-1));
        assertEquals("60.0 s", TrainingDisplay.duration(59.99));
        assertEquals("1:00", TrainingDisplay.duration(60));
        assertEquals("3:05", TrainingDisplay.duration(185.4));
        assertEquals("1:02:03", TrainingDisplay.duration(3723));
    }

    @Test
    void theNetworksOfARunAreAnnounced() {
        TrainingDisplay display = display(false, false, 80);
        TrainingConfig run = Samples.config().withCourse(new RunPlan(2, 0, 0, true));
        display.network(run, 0);
        display.network(run, 1);
        display.together(2, new Metrics(1000, 25, 0.1));
        display.network(run, 2);
        assertEquals("""
                Network 1 of 2, seed 7
                Network 2 of 2, seed 8
                2 networks together: 97.50 % on validation
                Network 1 of 2, seed 7, again on all examples
                """, err.toString());
    }

    @Test
    void oneNetworkAndItsRefitAreAnnouncedByTheirSeed() {
        TrainingConfig run = Samples.config().withCourse(new RunPlan(1, 0, 0, true));
        TrainingDisplay display = display(false, false, 80);
        display.network(run, 0);
        display.network(run, 1);
        assertEquals("""
                Network with seed 7
                Network with seed 7, again on all examples
                """, err.toString());
    }

    @Test
    void oneNetworkIsNotAnnounced() {
        display(false, false, 80).network(Samples.config(), 0);
        assertEquals("", err.toString());
    }

    /** 10 s for this network, and 12 s for each of the two others. */
    @Test
    void theBarTellsTheTimeOfAllNetworks() {
        TrainingDisplay display = display(true, false, 100);
        display.network(Samples.config().withCourse(new RunPlan(3, 0, 0, false)), 0);
        display.afterStep(HALF, STATE);
        assertTrue(
                err.toString()
                        .endsWith(drawn(
                                "epoch 1/3  50 %  34.0 s left  network 1 of 3  loss 0.5000  [##########----------]")),
                err::toString);
    }

    @Test
    void theEndOfTheTimeIsALine() {
        display(false, false, 80).outOfTime(3, 1000, 0.12345);
        display(false, true, 80).outOfTime(4, 1000, 0.12345);
        assertEquals("Time is up in epoch 3 of 1,000, after 12.35 % of the planned steps\n", err.toString());
    }

    @Test
    void aTimeLimitBoundsTheTimeLeft() {
        display(true, false, 80).afterStep(HALF, STATE, 3);
        assertTrue(err.toString().contains("  3.0 s left  "), err::toString);
    }
}
