package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Parameters;
import nn.model.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterUpdateTest {

    /** More numbers than one piece, and none of the borders in a round place. */
    private static final Architecture ARCHITECTURE = Architecture.of(37, List.of(53, 11), 7, Activation.RELU);
    private static final Optimizer DESCENT = new Optimizer.GradientDescent();

    private static Parameters random(long seed) {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Precision.FLOAT);
        SplittableRandom random = new SplittableRandom(seed);
        parameters.vector().writeRow(0, random.doubles(ARCHITECTURE.parameterCount(), -1, 1).toArray());
        return parameters;
    }

    /** One for each of the workers' ranges. */
    private static List<ParameterUpdate> updates(Optimizer optimizer, Parameters parameters, List<Parameters> slots,
            Optional<Parameters> average, List<Parameters> gradients, int workers) {
        List<ParameterUpdate> updates = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            updates.add(new ParameterUpdate(optimizer, parameters, slots, average, gradients, worker, workers));
        }
        return updates;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void weightDecayNeverTouchesBiases(int workers) {
        Parameters parameters = random(1);
        Parameters before = parameters.copy();
        Parameters zero = Parameters.zeros(ARCHITECTURE, Precision.FLOAT);
        updates(DESCENT, parameters, List.of(), Optional.empty(), List.of(zero), workers)
                .forEach(update -> update.apply(1, 1, 0.5, 1, 1, 0));
        for (int layer = 0; layer < ARCHITECTURE.layers(); layer++) {
            int inputs = ARCHITECTURE.sizes().get(layer);
            for (int neuron = 0; neuron < ARCHITECTURE.sizes().get(layer + 1); neuron++) {
                assertEquals(before.bias(layer, neuron), parameters.bias(layer, neuron));
                for (int input = 0; input < inputs; input++) {
                    assertEquals(before.weight(layer, input, neuron) / 2, parameters.weight(layer, input, neuron));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void theNumberOfRangesDoesNotChangeABit(int workers) {
        Parameters parameters = random(1);
        Parameters expected = random(1);
        for (Object[] target : new Object[][] {{parameters, workers}, {expected, 1}}) {
            List<Parameters> slots = List.of(random(4), random(5));
            slots.get(1).vector().fill(0.5);
            updates(Optimizer.Adam.standard(), (Parameters) target[0], slots, Optional.empty(),
                    List.of(random(2), random(3)), (int) target[1]).forEach(update -> update.apply(2, 0.7, 0.01, 0.1, 1, 6));
        }
        assertArrayEquals(TrialRun.numbers(expected), TrialRun.numbers(parameters));
    }

    @Test
    void theWorkersGradientsAreSummedAndScaled() {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Precision.FLOAT);
        List<Parameters> gradients = List.of(random(1), random(2), random(3));
        updates(DESCENT, parameters, List.of(), Optional.empty(), gradients, 2)
                .forEach(update -> update.apply(3, 0.25, 2, 0, 1, 0));
        for (int i = 0; i < ARCHITECTURE.parameterCount(); i++) {
            double sum = 0;
            for (Parameters gradient : gradients) {
                sum += gradient.vector().get(0, i);
            }
            assertEquals(-0.5 * sum, parameters.vector().get(0, i), 1e-6);
        }
    }

    @Test
    void gradientsOfIdleWorkersDoNotCount() {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Precision.FLOAT);
        Parameters stale = random(2);
        stale.vector().fill(Double.NaN);
        Parameters gradient = random(1);
        updates(DESCENT, parameters, List.of(), Optional.empty(), List.of(gradient, stale), 1)
                .forEach(update -> update.apply(1, 1, 1, 0, 1, 0));
        assertEquals(-gradient.vector().get(0, 5), parameters.vector().get(0, 5));
    }

    @Test
    void theAverageMovesByItsShareTowardsTheNewParameters() {
        Parameters parameters = random(1);
        Parameters average = random(2);
        Parameters before = average.copy();
        updates(DESCENT, parameters, List.of(), Optional.of(average), List.of(random(3)), 3)
                .forEach(update -> update.apply(1, 1, 0.1, 0, 0.25, 0));
        for (int i = 0; i < ARCHITECTURE.parameterCount(); i++) {
            assertEquals(0.75 * before.vector().get(0, i) + 0.25 * parameters.vector().get(0, i),
                    average.vector().get(0, i), 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void squaredNormsOfTheRangesAddUp(int workers) {
        List<Parameters> gradients = List.of(random(1), random(2));
        double expected = 0;
        for (int i = 0; i < ARCHITECTURE.parameterCount(); i++) {
            double sum = gradients.get(0).vector().get(0, i) + gradients.get(1).vector().get(0, i);
            expected += sum * sum;
        }
        double actual = updates(DESCENT, random(3), List.of(), Optional.empty(), gradients, workers).stream()
                .mapToDouble(update -> update.squaredNorm(2)).sum();
        assertEquals(expected, actual, 1e-4);
    }
}
