package nn.train.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.FloatMatrix;
import nn.model.Parameters;
import nn.model.Storage;
import nn.train.Optimizer;
import nn.train.PieceVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterUpdateTest {

    /** It has more numbers than one piece, and no border at a round number. */
    private static final Architecture ARCHITECTURE = Architecture.of(37, List.of(53, 11), 7, Activation.RELU);

    private static final Optimizer DESCENT = new Optimizer.GradientDescent();

    private static Parameters random(long seed) {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        SplittableRandom random = new SplittableRandom(seed);
        parameters
                .vector()
                .writeRow(
                        0, random.doubles(ARCHITECTURE.parameterCount(), -1, 1).toArray());
        return parameters;
    }

    private static double[] numbers(Parameters parameters) {
        return parameters.vector().row(0);
    }

    /** As many random numbers as there are parameters, in [from, 1). */
    private static PieceVector random(long seed, double from) {
        PieceVector vector = PieceVector.zeros(ARCHITECTURE.parameterCount());
        float[] numbers = new float[vector.length()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble(from, 1);
        }
        vector.write(numbers);
        return vector;
    }

    /** An update for each of the parts. */
    private static List<ParameterUpdate> updates(
            Optimizer optimizer,
            Parameters parameters,
            List<PieceVector> slots,
            Optional<Parameters> average,
            Parameters gradient,
            int parts) {
        ParameterUpdate.Vectors vectors = new ParameterUpdate.Vectors(parameters, slots, average);
        List<ParameterUpdate> updates = new ArrayList<>();
        for (int number = 0; number < parts; number++) {
            Parts.Part part = new Parts(parts).part(number);
            List<GradientRows> rows = new ArrayList<>();
            for (int layer = 0; layer < ARCHITECTURE.layers(); layer++) {
                rows.add(GradientRows.of((FloatMatrix) part.rowsOf(gradient.layer(layer))));
            }
            updates.add(new ParameterUpdate(optimizer, vectors, rows, part));
        }
        return updates;
    }

    /** Makes a whole step of one part. */
    private static void apply(
            ParameterUpdate update, double scale, double rate, double decay, double share, long step) {
        update.apply(new ParameterUpdate.Change((float) scale, rate, decay, (float) share, step));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void weightDecayNeverTouchesBiases(int parts) {
        Parameters parameters = random(1);
        Parameters before = parameters.copy();
        Parameters zero = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        updates(DESCENT, parameters, List.of(), Optional.empty(), zero, parts)
                .forEach(update -> apply(update, 1, 0.5, 1, 1, 0));
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
    void theNumberOfPartsDoesNotChangeABit(int parts) {
        Parameters parameters = random(1);
        Parameters expected = random(1);
        for (Object[] target : new Object[][] {{parameters, parts}, {expected, 1}}) {
            List<PieceVector> slots = List.of(random(4, -1), random(5, 0.25));
            updates(Optimizer.Adam.standard(), (Parameters) target[0], slots, Optional.empty(), random(2), (int)
                            target[1])
                    .forEach(update -> apply(update, 0.7, 0.01, 0.1, 1, 6));
        }
        assertArrayEquals(numbers(expected), numbers(parameters));
    }

    @Test
    void theGradientIsScaled() {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        Parameters gradient = random(1);
        updates(DESCENT, parameters, List.of(), Optional.empty(), gradient, 2)
                .forEach(update -> apply(update, 0.25, 2, 0, 1, 0));
        for (int i = 0; i < ARCHITECTURE.parameterCount(); i++) {
            assertEquals(-0.5 * gradient.vector().get(0, i), parameters.vector().get(0, i), 1e-6);
        }
    }

    @Test
    void theAverageMovesByItsShareTowardsTheNewParameters() {
        Parameters parameters = random(1);
        Parameters average = random(2);
        Parameters before = average.copy();
        updates(DESCENT, parameters, List.of(), Optional.of(average), random(3), 3)
                .forEach(update -> apply(update, 1, 0.1, 0, 0.25, 0));
        for (int i = 0; i < ARCHITECTURE.parameterCount(); i++) {
            assertEquals(
                    0.75 * before.vector().get(0, i)
                            + 0.25 * parameters.vector().get(0, i),
                    average.vector().get(0, i),
                    1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void squaredNormsOfThePartsAddUp(int parts) {
        Parameters gradient = random(1);
        double expected = 0;
        for (int i = 0; i < ARCHITECTURE.parameterCount(); i++) {
            expected += Math.pow(gradient.vector().get(0, i), 2);
        }
        double actual = updates(DESCENT, random(3), List.of(), Optional.empty(), gradient, parts).stream()
                .mapToDouble(ParameterUpdate::squaredNorm)
                .sum();
        assertEquals(expected, actual, 1e-4);
    }
}
