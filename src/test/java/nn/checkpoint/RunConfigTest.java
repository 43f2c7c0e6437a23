package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nn.data.Augmentation;
import nn.data.InputKind;
import nn.json.Json;
import nn.model.Activation;
import nn.model.Loss;
import nn.train.DataConfig;
import nn.train.InitialWeights;
import nn.train.Learning;
import nn.train.NetworkConfig;
import nn.train.OptimizerKind;
import nn.train.Regularization;
import nn.train.RunPlan;
import nn.train.Sampling;
import nn.train.Schedule;
import nn.train.TrainingConfig;
import org.junit.jupiter.api.Test;

class RunConfigTest {

    /** Written by version 1.0.0, when its 25 values were the components of one record. */
    @Test
    void aFileOfTheFirstVersionIsReadForEver() throws IOException {
        try (InputStream in = RunConfigTest.class.getResourceAsStream("config-1.json")) {
            RunConfig config = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), RunConfig.class);
            TrainingConfig expected = new TrainingConfig(
                    "committee",
                    new NetworkConfig(
                            List.of(8),
                            Activation.RELU,
                            InitialWeights.HE,
                            List.of(InputKind.GRADIENTS, InputKind.BOTH)),
                    new Learning(
                            new Loss.SoftmaxCrossEntropy(),
                            1,
                            64,
                            0.001,
                            Schedule.COSINE,
                            0.05,
                            OptimizerKind.ADAMW,
                            0.9,
                            0),
                    new Regularization(0.05, 0, 0.1, 0.05, 0.9995),
                    new Augmentation(12, 0.15, 0.2, 1.5, 1, 4, 0, 0, 0, 0),
                    new DataConfig(1, 2, 300, -5000, Sampling.IN_ORDER),
                    new RunPlan(2, 0, 0.15, false));
            assertEquals(new RunConfig("nn 1.0.0", "/data/mnist", false, expected, Optional.empty()), config);
        }
    }
}
