package nn.bench;

import java.util.ArrayList;
import java.util.List;
import nn.model.Matrix;
import nn.model.NativeBlas;
import nn.model.Precision;
import nn.model.WorkerTeam;

/**
 * The peak of the machine for a network: the best of 15 rounds of one 1024 x 1024 x 1024 float product on each thread, all at once,
 * summed over the threads. Half of the rounds come before what is compared with it, half after: a machine that was busy at first
 * would else seem to train faster than its peak.
 */
public final class Roofline {

    private static final int SIZE = 1024;
    private static final int ROUNDS_BEFORE = 8;
    private static final int ROUNDS_AFTER = 7;

    private final int threads;
    private double best;

    /** Makes the rounds before. */
    public Roofline(int threads) {
        NativeBlas.useCallingThreadOnly();
        this.threads = threads;
        measure(ROUNDS_BEFORE);
    }

    /** Makes the rounds after; returns the peak in GFLOP/s. A multiply-add counts as two operations. */
    public double complete() {
        measure(ROUNDS_AFTER);
        return best;
    }

    private void measure(int rounds) {
        List<Matrix[]> operands = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            operands.add(new Matrix[] {filled(), filled(), filled()});
        }
        try (WorkerTeam team = new WorkerTeam(threads)) {
            multiply(team, operands); // fresh memory, and the first products make kernels
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                multiply(team, operands);
                double seconds = (System.nanoTime() - start) / 1e9;
                best = Math.max(best, threads * 2.0 * SIZE * SIZE * SIZE / seconds / 1e9);
            }
        }
    }

    private static void multiply(WorkerTeam team, List<Matrix[]> operands) {
        team.run(operands.size(), worker -> operands.get(worker)[2].product(operands.get(worker)[0], operands.get(worker)[1]));
    }

    private static Matrix filled() {
        Matrix matrix = Matrix.zeros(Precision.FLOAT, SIZE, SIZE);
        matrix.fill(0.5);
        return matrix;
    }
}
