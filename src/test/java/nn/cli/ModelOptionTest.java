package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.checkpoint.RecordedTraining;
import nn.data.Augmentation;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import nn.train.Preset;
import nn.train.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOptionTest {

    private static final Metrics GOOD = new Metrics(10_000, 50, 0.0123456789012345678e-3);
    private static final Metrics BETTER = new Metrics(1000, 4, 0.02);

    @TempDir
    private Path scratch;

    private Path model(String name, Metrics test) {
        return model(name, test, List.of("0", "1"), Preset.FAST.config(1, 1));
    }

    private Path model(String name, Metrics test, List<String> classes, TrainingConfig config) {
        Parameters network = Parameters.zeros(Architecture.of(4, List.of(3), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        Path file = scratch.resolve(name);
        new Checkpoint(
                        new Classifier(
                                List.of(network),
                                List.of(InputKind.PIXELS),
                                2,
                                2,
                                classes,
                                Loss.named("softmax-cross-entropy"),
                                1),
                        new Provenance(
                                "nn 1.0.0",
                                "2026-11-22T06:15:00Z",
                                4,
                                3,
                                65.4,
                                12345.6,
                                "Haswell",
                                new Metrics(10, 0, 0),
                                test,
                                config,
                                List.of(),
                                1,
                                Optional.empty()))
                .write(file);
        return file;
    }

    @Test
    void aMoreAccurateShippedModelIsRecommended() {
        Path shipped = model("shipped", BETTER);
        assertEquals(
                Optional.of(
                        "the model that ships with nn was right on 99.60 % of its test images, this one on 99.50 %; "
                                + "to use that: --model " + shipped),
                ModelOption.advice(model("used", GOOD), shipped));
    }

    @Test
    void noOtherModelIsRecommended() throws IOException {
        Path used = model("used", GOOD);
        List<Path> others = List.of(
                used,
                model("as good", GOOD),
                model("worse", new Metrics(100, 1, 0)),
                model("unmeasured", Metrics.NONE),
                scratch.resolve("missing"),
                scratch,
                Files.writeString(scratch.resolve("text"), "no model"),
                Files.write(scratch.resolve("cut"), new byte[] {127, 0, 0, 0, 0, 0, 0, 0, '{'}));
        for (Path other : others) {
            assertEquals(Optional.empty(), ModelOption.advice(used, other), other::toString);
        }
        assertEquals(
                Optional.empty(),
                ModelOption.advice(others.get(3), model("better", BETTER)),
                "nothing to compare with");
    }

    /** A model of letters or clothes is not worse because digits are easier. */
    @Test
    void aModelOfOtherClassesIsNotComparedWithTheShippedOne() {
        Path shipped = model("shipped", BETTER);
        TrainingConfig digits = Preset.FAST.config(1, 1);
        assertEquals(Optional.empty(), ModelOption.advice(model("letters", GOOD, List.of("1", "2"), digits), shipped));
        TrainingConfig clothes = digits.forUnknownImages(Augmentation.NONE);
        assertEquals(Optional.empty(), ModelOption.advice(model("clothes", GOOD, List.of("0", "1"), clothes), shipped));
    }

    @Test
    void aTrialOnFewImagesIsSaid() {
        TrainingConfig trial = AllFlags.parsed(TrainCommand.class, AllFlags.words("train --limit 300"))
                .over(Preset.FAST.config(1, 1));
        assertEquals(
                Optional.of("this model is a trial with --limit 300, the one that ships with nn is not; "
                        + "to use that: --model " + scratch.resolve("shipped")),
                ModelOption.advice(model("trial", Metrics.NONE, List.of("0", "1"), trial), model("shipped", GOOD)));
        assertEquals(
                Optional.of("this model is a trial with --limit 300: the model that ships with nn was right on "
                        + "99.60 % of its test images, this one on 99.50 %; to use that: --model "
                        + scratch.resolve("better")),
                ModelOption.advice(model("trial", GOOD, List.of("0", "1"), trial), model("better", BETTER)));
    }

    @Test
    void theRecordIsThatOfTheTest() {
        assertEquals(GOOD, RecordedTraining.of(model("used", GOOD)).test());
        assertTrue(Checkpoint.read(scratch.resolve("used")).provenance().test().measured());
    }

    private static Cli.Result predictWith(String nnModel, Path directory, Object... words) {
        try (ChildNn child = ChildNn.start(
                directory, "NN_MODEL='" + nnModel + "' exec \"$@\"", List.of(), AllFlags.words("predict", words))) {
            return child.result();
        }
    }

    /** Otherwise the latest or the shipped model would answer instead of the configured one. */
    @Test
    void theModelOfTheEnvironmentAnswers() throws IOException {
        Trainings.train(scratch.resolve("run"), "--epochs", 1, "--limit", 300, "--no-test")
                .printed();
        Path own = scratch.resolve("run/model.safetensors");
        Path picture = Files.write(scratch.resolve("seven.png"), SmallMnist.testPng(0));
        Path latest = Files.createDirectories(scratch.resolve("runs/latest"));
        Files.copy(Installation.model(), latest.resolve("model.safetensors"));
        Cli.Result named = Cli.run("predict", "--json", "--model", own, picture);
        Cli.Result told = predictWith(own.toString(), scratch, "--json", picture);
        assertEquals(named.printed(), told.printed());
        assertTrue(told.errorLines().contains("nn: model " + own), told::err);
        assertEquals(named, predictWith("missing", scratch, "--json --model", own, picture), "a flag goes before it");
        assertTrue(predictWith(" ", scratch, "--json", picture)
                .printed()
                .contains("\"model\": \"runs/latest/model.safetensors\""));
    }
}
