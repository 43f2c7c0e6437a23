package nn.report;

import nn.bench.TrainingBenchmark;

/** Measurements as text. */
public final class BenchText {

    private BenchText() {
    }

    /** Plain training. */
    public static String of(TrainingBenchmark.Result result) {
        return EvaluationText.format("""
                %s, batch %d, %s, %d threads; median of %d epochs after the warm-up
                  %,12.0f images/s
                  %12.3f s an epoch (%.3f to %.3f)
                  %12.0f GFLOP/s in the products that training needs
                  %12.0f GFLOP/s GEMM peak on the same threads
                  %12.1f %% of the peak
                """, result.architecture(), result.batchSize(), result.optimizer(), result.threads(), result.epochs(),
                result.imagesPerSecond(), result.secondsPerEpoch(), result.fastestSeconds(), result.slowestSeconds(),
                result.gflops(), result.rooflineGflops(), 100 * result.rooflineFraction());
    }
}
