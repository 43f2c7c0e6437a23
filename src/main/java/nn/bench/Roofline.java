package nn.bench;

import java.util.ArrayList;
import java.util.List;
import nn.model.Matrix;
import nn.model.NativeBlas;
import nn.model.Precision;
import nn.model.WorkerTeam;

/** The peak of the machine for a network: large matrix products on all cores at once. */
public final class Roofline {

    private static final int SIZE = 1024;
    private static final int ROUNDS = 15;

    private Roofline() {
    }

    /**
     * The best of 15 rounds of one 1024 x 1024 x 1024 float product on each thread, all at once, summed over the threads, in
     * GFLOP/s. A multiply-add counts as two operations.
     */
    public static double gigaflops(int threads) {
        NativeBlas.useCallingThreadOnly();
        List<Matrix[]> operands = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            operands.add(new Matrix[] {filled(), filled(), filled()});
        }
        double best = 0;
        try (WorkerTeam team = new WorkerTeam(threads)) {
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                team.run(worker -> operands.get(worker)[2].product(operands.get(worker)[0], operands.get(worker)[1]));
                double seconds = (System.nanoTime() - start) / 1e9;
                best = Math.max(best, threads * 2.0 * SIZE * SIZE * SIZE / seconds / 1e9);
            }
        }
        return best;
    }

    private static Matrix filled() {
        Matrix matrix = Matrix.zeros(Precision.FLOAT, SIZE, SIZE);
        matrix.fill(0.5);
        return matrix;
    }
}
