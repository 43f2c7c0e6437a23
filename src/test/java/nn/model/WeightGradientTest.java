package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightGradientTest {

    private static final Architecture ARCHITECTURE = Architecture.of(5, List.of(7, 3), 4, Activation.TANH);
    private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();
    private static final int ROWS = 6;

    private static void fill(Workspace workspace, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < rows; row++) {
            workspace.inputs().writeRow(row, random.doubles(5, -1, 1).toArray());
            double[] target = new double[4];
            target[random.nextInt(4)] = 1;
            workspace.targets().writeRow(row, target);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void thePiecesOfAllWorkersAreTheWholeGradient(int workers) {
        Parameters parameters = Parameters.initialized(ARCHITECTURE, Precision.DOUBLE, Initializer.XAVIER,
                new SplittableRandom(1));
        Workspace workspace = Workspace.forTraining(ARCHITECTURE, Precision.DOUBLE, ROWS);
        fill(workspace, ROWS, 2);
        Mlp.forward(parameters, workspace, ROWS);
        Mlp.loss(LOSS, workspace, ROWS, ROWS);
        Parameters expected = Parameters.zeros(ARCHITECTURE, Precision.DOUBLE);
        Mlp.backward(parameters, workspace, ROWS, expected);

        Mlp.forward(parameters, workspace, ROWS);
        Mlp.loss(LOSS, workspace, ROWS, ROWS);
        Mlp.propagate(parameters, workspace, ROWS);
        Parameters actual = Parameters.zeros(ARCHITECTURE, Precision.DOUBLE);
        actual.vector().fill(Double.NaN);
        for (int worker = 0; worker < workers; worker++) {
            WeightGradient piece = new WeightGradient(workspace, actual, worker, workers);
            for (int layer = 0; layer < ARCHITECTURE.layers(); layer++) {
                piece.compute(layer);
            }
        }
        assertArrayEquals(expected.vector().row(0), actual.vector().row(0), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5})
    void clearedRowsCountForNothing(int rows) {
        Parameters parameters = Parameters.initialized(ARCHITECTURE, Precision.DOUBLE, Initializer.XAVIER,
                new SplittableRandom(1));
        Workspace whole = Workspace.forTraining(ARCHITECTURE, Precision.DOUBLE, ROWS);
        fill(whole, ROWS, 2);
        Mlp.forward(parameters, whole, ROWS);
        Mlp.loss(LOSS, whole, ROWS, ROWS);
        Mlp.propagate(parameters, whole, ROWS);

        fill(whole, rows, 3);
        Mlp.forward(parameters, whole, rows);
        double loss = Mlp.loss(LOSS, whole, rows, rows);
        Mlp.propagate(parameters, whole, rows);
        whole.clearGradientRows(rows);
        Parameters actual = Parameters.zeros(ARCHITECTURE, Precision.DOUBLE);
        WeightGradient gradient = new WeightGradient(whole, actual, 0, 1);
        for (int layer = 0; layer < ARCHITECTURE.layers(); layer++) {
            gradient.compute(layer);
        }

        Workspace fitting = Workspace.forTraining(ARCHITECTURE, Precision.DOUBLE, rows);
        fill(fitting, rows, 3);
        Mlp.forward(parameters, fitting, rows);
        assertEquals(Mlp.loss(LOSS, fitting, rows, rows), loss, 1e-15);
        Parameters expected = Parameters.zeros(ARCHITECTURE, Precision.DOUBLE);
        Mlp.backward(parameters, fitting, rows, expected);
        assertArrayEquals(expected.vector().row(0), actual.vector().row(0), 1e-15);
    }
}
