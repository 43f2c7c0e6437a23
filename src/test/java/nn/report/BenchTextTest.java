package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.bench.TrainingBenchmark;
import org.junit.jupiter.api.Test;

class BenchTextTest {

    @Test
    void tellsSpeedAndShareOfThePeak() {
        assertEquals("""
                784-256-10, batch 128, adam, 2 threads; median of 7 epochs after the warm-up
                       123,457 images/s
                         0.486 s an epoch (0.480 to 0.512)
                           110 GFLOP/s in the products that training needs
                           220 GFLOP/s GEMM peak on the same threads
                          50.0 % of the peak
                """, BenchText.of(new TrainingBenchmark.Result("784-256-10", 128, "adam", 2, 7, 123456.7, 0.486, 0.512, 0.48, 110,
                220, 0.5)));
    }
}
