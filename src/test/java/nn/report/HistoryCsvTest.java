package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nn.eval.Metrics;
import nn.train.EpochResult;
import nn.train.RunPlan;
import nn.train.TrainingConfig;
import org.junit.jupiter.api.Test;

class HistoryCsvTest {

    @Test
    void hasALineForEachEpochAndEmptyFieldsForWhatWasNotMeasured() {
        assertEquals(
                """
                epoch,loss,validation_loss,validation_accuracy,validation_errors,learning_rate,images_per_second,seconds,best,\
                member,refit
                1,0.512346,0.800000,0.700000,3,0.00100000,500,2.000,true,1,false
                2,0.400000,,,,1.25000e-05,2000,0.500,false,1,false
                """,
                HistoryCsv.of(
                        Samples.config(),
                        List.of(List.of(
                                new EpochResult(1, 0.51234567, new Metrics(10, 3, 0.8), 0.001, 2, 1000, true),
                                new EpochResult(2, 0.4, Metrics.NONE, 1.25e-5, 0.5, 1000, false)))));
    }

    @Test
    void aRunWithoutEpochsHasItsHeader() {
        assertEquals(1, HistoryCsv.of(Samples.config(), List.of()).lines().count());
    }

    @Test
    void theLastColumnsTellWhichNetworkItIs() {
        TrainingConfig run = Samples.config().withCourse(new RunPlan(2, 0, 0, true));
        List<EpochResult> epoch = List.of(new EpochResult(1, 0.4, Metrics.NONE, 1.25e-5, 0.5, 1000, true));
        assertEquals(
                List.of("best,member,refit", "true,1,false", "true,2,false", "true,1,true"),
                HistoryCsv.of(run, List.of(epoch, epoch, epoch))
                        .lines()
                        .map(line -> line.replaceFirst(".*,(?=(best|true),)", ""))
                        .toList());
    }
}
