package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import nn.SyntheticData;
import nn.data.DataSet;
import nn.model.Matrix;
import nn.model.Storage;
import org.junit.jupiter.api.Test;

/** Targets, with numbers computed by hand. */
class TargetsTest {

    private static final DataSet DATA = SyntheticData.labeled(4, 3, 0, 2);

    private static double[][] targets(double labelSmoothing) {
        Configs configs = new Configs();
        configs.labelSmoothing = labelSmoothing;
        Matrix into = Matrix.zeros(Storage.NATIVE_DOUBLE, 2, 4);
        into.fill(Double.NaN);
        new Targets(configs.build(), DATA).write(new MiniBatch(new int[] {1, 2, 0}, 0, 3, 1, 1), 1, 2, into);
        return into.toArray();
    }

    @Test
    void theLabelsClassIsOneAndTheOthersAreZero() {
        assertArrayEquals(new double[][] {{0, 0, 1, 0}, {0, 0, 0, 1}}, targets(0));
    }

    /** Each of the four classes gets 0.05 of the 0.2; the label's class also keeps the other 0.8. */
    @Test
    void labelSmoothingSpreadsItsShareOverAllClasses() {
        double[][] targets = targets(0.2);
        assertArrayEquals(new double[] {0.05, 0.05, 0.85, 0.05}, targets[0], 1e-15);
        assertArrayEquals(new double[] {0.05, 0.05, 0.05, 0.85}, targets[1], 1e-15);
    }
}
