package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nn.SyntheticData;
import nn.data.DataSet;
import org.junit.jupiter.api.Test;

class SamplingTest {

    /** Each image has its number as its only pixel. */
    private static final DataSet MIXED = SyntheticData.of(
            IntStream.range(0, 30).mapToObj(i -> new byte[] {(byte) i}).toArray(byte[][]::new),
            1,
            1,
            IntStream.range(0, 30).map(i -> i * i % 7 % 4).toArray(),
            4);

    private static TrainingConfig config(Consumer<Configs> change) {
        return new Configs()
                .with(configs -> {
                    configs.seed = -5;
                    configs.sampling = Sampling.BY_CLASS;
                })
                .with(change)
                .build();
    }

    private static int[] numbers(DataSet data) {
        byte[] pixel = new byte[1];
        return IntStream.range(0, data.size())
                .map(example -> {
                    data.readPixels(example, pixel);
                    assertEquals(MIXED.label(pixel[0]), data.label(example));
                    return pixel[0];
                })
                .toArray();
    }

    private static final int[] TRAINED = {0, 6, 12, 15, 17, 18, 21, 23, 24, 25, 26, 27};
    private static final int[] VALIDATED = {2, 4, 8, 9, 13, 28};

    /** From stratified_sample.py. */
    @Test
    void aLimitAndASplitStayWhatTheyWere() {
        DataSet used = config(configs -> {
                    configs.limit = 18;
                    configs.validation = 6;
                })
                .usedExamples(MIXED);
        assertArrayEquals(TRAINED, numbers(used.range(0, 12)));
        assertArrayEquals(VALIDATED, numbers(used.range(12, 18)));
    }

    /** So that a committee can be measured as one, on images that none of its networks has seen; and a refit forgets no image. */
    @Test
    void allNetworksOfARunUseTheSameExamples() {
        TrainingConfig config = config(configs -> {
            configs.limit = 18;
            configs.validation = 6;
            configs.course = new RunPlan(2, 0, 0, true);
        });
        int[] both =
                IntStream.concat(IntStream.of(TRAINED), IntStream.of(VALIDATED)).toArray();
        int[] inOrder = IntStream.of(both).sorted().toArray();
        for (Stage stage : Stage.of(config)) {
            assertArrayEquals(stage.refit() ? inOrder : both, numbers(stage.examples(config, MIXED)), stage.label());
        }
    }

    @Test
    void anotherSeedDrawsOthersAndAnotherNumberOfThreadsDoesNot() {
        List<int[]> drawn = IntStream.of(-5, -4)
                .mapToObj(seed -> numbers(config(configs -> {
                            configs.seed = seed;
                            configs.threads = 3;
                            configs.limit = 18;
                            configs.validation = 6;
                        })
                        .usedExamples(MIXED)))
                .toList();
        assertArrayEquals(TRAINED, IntStream.of(drawn.get(0)).limit(12).toArray());
        assertNotEquals(
                IntStream.of(drawn.get(0)).boxed().toList(),
                IntStream.of(drawn.get(1)).boxed().toList());
    }

    /** As runs of version 1 did, so that they go on with the same examples. */
    @Test
    void inOrderTheFirstAreUsedAndTheLastOfTheseValidated() {
        DataSet used = config(configs -> {
                    configs.sampling = Sampling.IN_ORDER;
                    configs.limit = 18;
                    configs.validation = 6;
                })
                .usedExamples(MIXED);
        assertArrayEquals(IntStream.range(0, 18).toArray(), numbers(used));
    }
}
