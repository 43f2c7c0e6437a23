package nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nn.data.InputKind;
import nn.json.Inline;
import nn.model.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingConfigTest {

    static Stream<Arguments> illegalValues() {
        return Stream.of(
                illegal("--hidden is 0", "from 1 to 1048576", c -> c.hidden = List.of(16, 0)),
                illegal("--hidden is 1048577", "from 1 to 1048576", c -> c.hidden = List.of(1048577)),
                illegal("--activation is step", "slope", c -> c.activation = Activation.STEP),
                illegal("--init is big", "he, xavier", c -> c.init = "big"),
                illegal("--init is -0.1", "he, xavier", c -> c.init = "-0.1"),
                illegal("--init is NaN", "he, xavier", c -> c.init = "NaN"),
                illegal("--epochs is 0", "from 1 to 1000000", c -> c.epochs = 0),
                illegal("--epochs is 1000001", "from 1 to 1000000", c -> c.epochs = 1000001),
                illegal("--batch-size is 0", "at least 1", c -> c.batchSize = 0),
                illegal("--learning-rate is 0.0", "above 0", c -> c.learningRate = 0),
                illegal("--learning-rate is -0.1", "above 0", c -> c.learningRate = -0.1),
                illegal("--learning-rate is NaN", "above 0", c -> c.learningRate = Double.NaN),
                illegal("--learning-rate is Infinity", "finite", c -> c.learningRate = Double.POSITIVE_INFINITY),
                illegal("--warmup is 1.0", "from 0 to below 1", c -> c.warmup = 1),
                illegal("--momentum is 1.0", "from 0 to below 1", c -> c.momentum = 1),
                illegal("--momentum is -0.5", "from 0 to below 1", c -> {
                    c.optimizer = OptimizerKind.NESTEROV;
                    c.momentum = -0.5;
                }),
                illegal("--weight-decay is -1.0", "0 (off) or more", c -> c.weightDecay = -1),
                illegal("--weight-decay is 0.1", "adamw", c -> {
                    c.optimizer = OptimizerKind.ADAM;
                    c.weightDecay = 0.1;
                }),
                illegal("--clip-norm is NaN", "0 (off) or more", c -> c.clipNorm = Double.NaN),
                illegal("--dropout is 1.0", "from 0 to below 1", c -> c.dropout = 1),
                illegal("--dropout is -0.1", "from 0 to below 1", c -> c.dropout = -0.1),
                illegal("--label-smoothing is 1.5", "from 0 to below 1", c -> c.labelSmoothing = 1.5),
                illegal("--averaging is 1.0", "from 0 to below 1", c -> c.averaging = 1),
                illegal("--patience is -1", "0 (off) or more", c -> c.patience = -1),
                illegal("--threads is 0", "from 1 to 256", c -> c.threads = 0),
                illegal("--threads is 257", "from 1 to 256", c -> c.threads = 257),
                illegal("--limit is -5", "at least 1", c -> c.limit = -5),
                illegal("--validation is -10001", "0 or more", c -> c.validation = -10_001),
                illegal("--hidden is missing", "given", c -> c.hidden = null),
                illegal("--activation is missing", "given", c -> c.activation = null),
                illegal("--loss is missing", "given", c -> c.loss = null),
                illegal("--init is missing", "given", c -> c.init = null),
                illegal("--schedule is missing", "given", c -> c.schedule = null),
                illegal("--optimizer is missing", "given", c -> c.optimizer = null),
                illegal("--augmentation is missing", "given", c -> c.augmentation = null),
                illegal("--course is missing", "given", c -> c.course = null),
                illegal("--sampling is missing", "given", c -> c.sampling = null),
                illegal("--inputs is missing", "given", c -> c.inputs = null),
                illegal("--inputs is empty", "pixels, gradients and both", c -> c.inputs = List.of()),
                illegal("--members is 2", "1 with --loss squared-error", c -> {
                    c.loss = "squared-error";
                    c.course = new RunPlan(2, 0, 0, false);
                }),
                illegal("--members is 0", "from 1 to 100", c -> c.course = new RunPlan(0, 0, 0, false)),
                illegal("--members is 101", "from 1 to 100", c -> c.course = new RunPlan(101, 0, 0, false)),
                illegal("--time-limit is -1.0", "0 (off) or more", c -> c.course = new RunPlan(1, -1, 0, false)),
                illegal("--time-limit is NaN", "0 (off) or more", c -> c.course = new RunPlan(1, Double.NaN, 0, false)),
                illegal("--augment-fade is 1.5", "from 0 (off) to 1", c -> c.course = new RunPlan(1, 0, 1.5, false)));
    }

    private static Arguments illegal(String value, String range, Consumer<Configs> change) {
        return Arguments.of(value, range, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illegalValues")
    void anIllegalValueIsRefusedWithItsFlagAndTheLegalRange(String value, String range, Consumer<Configs> change) {
        Configs configs = new Configs();
        String message = assertThrows(IllegalArgumentException.class, () -> {
                    change.accept(configs);
                    configs.build();
                })
                .getMessage();
        assertTrue(message.startsWith(value + "; it must be "), message);
        assertTrue(message.contains(range), message);
    }

    @Test
    void everyComponentThatHasIllegalValuesHasOneHere() {
        List<String> flags =
                illegalValues().map(arguments -> (String) arguments.get()[0]).toList();
        List<String> untested = keys(TrainingConfig.class)
                .map(key -> key.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .filter(flag -> flags.stream().noneMatch(illegal -> illegal.startsWith("--" + flag + " ")))
                .toList();
        assertEquals(List.of("preset", "seed", "digits", "form", "split-seed"), untested);
    }

    /** As written in {@code config.json}. */
    private static Stream<String> keys(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.isAnnotationPresent(Inline.class)
                        ? keys(component.getType())
                        : Stream.of(component.getName()));
    }

    @Test
    void theLimitsOfTheRangesAreLegal() {
        Configs configs = new Configs();
        configs.hidden = List.of();
        configs.init = "0.01";
        configs.momentum = 0;
        configs.epochs = 1_000_000;
        configs.threads = 256;
        configs.validation = DataConfig.DEFAULT_VALIDATION;
        assertEquals(256, configs.build().data().threads());
    }

    @Test
    void theDefaultValidationIsASixthAndAtMostTenThousand() {
        Configs configs = new Configs();
        configs.validation = DataConfig.DEFAULT_VALIDATION;
        assertEquals(10_000, configs.build().validationExamples(60_000));
        assertEquals(10_000, configs.build().validationExamples(120_000));
        assertEquals(100, configs.build().validationExamples(605));
        configs.validation = -5000;
        assertEquals(5000, configs.build().validationExamples(60_000));
        assertEquals(100, configs.build().validationExamples(605));
    }

    @Test
    void theLimitComesBeforeTheSplit() {
        Configs configs = new Configs();
        configs.limit = 600;
        configs.validation = DataConfig.DEFAULT_VALIDATION;
        assertEquals(600, configs.build().usedExamples(60_000));
        assertEquals(100, configs.build().validationExamples(60_000));
        assertEquals(50, configs.build().usedExamples(50));
    }

    @Test
    void moreValidationThanDataIsRefused() {
        Configs configs = new Configs();
        configs.validation = 50;
        String message = assertThrows(
                        IllegalArgumentException.class, () -> configs.build().validationExamples(50))
                .getMessage();
        assertTrue(message.startsWith("--validation is 50") && message.contains("50 training examples"), message);
    }

    @Test
    void aBatchLargerThanTheDataIsRefused() {
        Configs configs = new Configs();
        configs.validation = 10;
        configs.batchSize = 41;
        String message = assertThrows(
                        IllegalArgumentException.class, () -> configs.build().validationExamples(50))
                .getMessage();
        assertTrue(message.startsWith("--batch-size is 41") && message.contains("at most 40"), message);
    }

    /** Without a validation split every epoch counts as the best, and the patience would never end. */
    @Test
    void patienceWithoutAnythingToMeasureIsRefused() {
        Configs configs = new Configs();
        configs.patience = 2;
        String message = assertThrows(
                        IllegalArgumentException.class, () -> configs.build().validationExamples(50))
                .getMessage();
        assertTrue(message.startsWith("--patience is 2") && message.contains("validation split"), message);
        configs.validation = 1;
        assertEquals(1, configs.build().validationExamples(50));
    }

    @Test
    void aRefitWithoutAnythingToChooseOnIsRefused() {
        Configs configs = new Configs();
        configs.course = new RunPlan(1, 0, 0, true);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> configs.build().requireFit(50, 28, 28, 10))
                .getMessage();
        assertTrue(message.startsWith("--refit") && message.contains("validation split"), message);
        configs.validation = 1;
        configs.build().requireFit(50, 28, 28, 10);
    }

    /** Two networks have 2^28 - 2^20 numbers, the maximum: 255 outputs with 524,287 inputs and a bias each. */
    @Test
    void aCommitteeThatNoFileHoldsIsRefused() {
        Configs configs = new Configs();
        configs.hidden = List.of();
        configs.course = new RunPlan(2, 0, 0, false);
        configs.build().requireFit(50, 1, 524_287, 255);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> configs.build().requireFit(50, 1, 524_288, 255))
                .getMessage();
        assertTrue(message.startsWith("--members is 2; it must be at most 1 "), message);
    }

    @Test
    void moreInputsThanNetworksAreRefused() {
        Configs configs = new Configs();
        configs.validation = 1;
        configs.inputs = List.of(InputKind.GRADIENTS, InputKind.BOTH);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> configs.build().requireFit(50, 28, 28, 10))
                .getMessage();
        assertEquals("--inputs is gradients,both; it must be at most one for each of --members 1", message);
        configs.course = new RunPlan(2, 0, 0, false);
        configs.build().requireFit(50, 28, 28, 10);
    }

    @Test
    void membersTakeTurnsWithSeveralInputs() {
        Configs configs = new Configs();
        configs.inputs = List.of(InputKind.GRADIENTS, InputKind.BOTH);
        configs.course = new RunPlan(3, 0, 0, false);
        assertEquals(
                List.of(392, 1176, 392),
                Stream.of(0, 1, 2)
                        .map(member -> configs.build()
                                .member(member)
                                .architecture(28, 28, 10)
                                .inputs())
                        .toList());
    }

    @Test
    void theNetworkEndsInTheActivationThatItsLossNeeds() {
        Configs configs = new Configs();
        configs.activation = Activation.TANH;
        assertEquals(
                List.of(Activation.TANH, Activation.IDENTITY),
                configs.build().architecture(28, 28, 10).activations());
        configs.loss = "squared-error";
        assertEquals(
                List.of(Activation.TANH, Activation.SIGMOID),
                configs.build().architecture(28, 28, 10).activations());
    }

    /** 256,995 images and 4 more rows for the parts, with 2073 + 16 values of 4 bytes each: that is 4 bytes below 2^31. */
    @Test
    void aBatchWhoseValuesWouldNeedMoreThanTwoGigabytesIsRefused() {
        Configs configs = new Configs();
        configs.hidden = List.of(2073);
        configs.threads = 1;
        configs.batchSize = 256_995;
        configs.build().requireFit(300_000, 28, 28, 10);
        configs.batchSize = 256_996;
        String message = assertThrows(
                        IllegalArgumentException.class, () -> configs.build().requireFit(300_000, 28, 28, 10))
                .getMessage();
        assertEquals(
                "--batch-size is 256996; it must be smaller with a layer of 2073: its values would need more than 2 GB",
                message);
    }
}
