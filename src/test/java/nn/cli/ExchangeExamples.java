package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.model.Activation;

/** What each flag of {@code nn export} and {@code nn import} changes. */
final class ExchangeExamples {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "nn", "exchange");

    private ExchangeExamples() {}

    static Examples ofExport(Path scratch, Path model) {
        Examples export = new Examples("export");
        export.flag("--to", () -> {
            for (String ending : List.of("onnx", "npz", "csv")) {
                Path to = scratch.resolve("model." + ending);
                assertEquals(to + ": 784-32-10\n", export.run(model, "--to", to).printed());
                assertTrue(Files.size(to) > 32 * 784);
            }
            export.run(model).refuses(2, "no --to given; name the file to write");
            export.run(model, "--to", scratch.resolve("model.h5"))
                    .refuses(2, "--to is '" + scratch.resolve("model.h5"), "must be .onnx, .npz or .csv");
        });
        export.flag("--pixels", () -> {
            Path bytes = scratch.resolve("bytes.onnx");
            Path unit = scratch.resolve("unit.onnx");
            export.run(model, "--to", bytes).printed();
            export.run(model, "--pixels 1 --to", unit).printed();
            assertTrue(text(bytes).contains("0 paper to 255 ink"));
            assertTrue(text(unit).contains("0 paper to 1 ink"));
            export.run(model, "--pixels 2 --to", unit).refuses(2, "--pixels is '2'; it must be 255 or 1");
            export.run(model, "--pixels 1 --to", scratch.resolve("x.npz")).refuses(2, "--pixels goes with .onnx");
        });
        export.flag("--quiet", () -> {
            Path detecting = FixedOutputs.withDetector(scratch.resolve("detecting"), 0.9, 0.5);
            Path to = scratch.resolve("quiet.npz");
            Cli.Result loud = export.run(detecting, "--to", to);
            assertEquals("nn: the digit detector is not exported\n", loud.err());
            assertEquals(new Cli.Result(0, loud.out(), ""), export.run(detecting, "--quiet --to", to));
        });
        export.verbose(List.of(), model, "--to", scratch.resolve("verbose.csv"));
        export.stacktrace(scratch.resolve("missing"), "--to", scratch.resolve("x.npz"));
        return export;
    }

    private static String text(Path file) throws Exception {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    static Examples ofImport(Path scratch, Path model) {
        Examples imports = new Examples("import");
        Path sample = SAMPLES.resolve("numpy.npz");
        Path out = scratch.resolve("imported.safetensors");
        imports.flag("--out", () -> {
            String text = imports.run(sample, "--activation tanh --out", out).printed();
            assertTrue(text.startsWith("File:        " + out + "\nNetwork:     64-12-10, tanh, identity\n"), text);
            assertTrue(text.contains("Imported:    from numpy.npz, trained by another program\n"), text);
            assertFalse(text.contains("Configuration:"), text);
            assertEquals(text, Cli.run("inspect", out).printed());
            imports.run(sample, "--activation tanh").refuses(2, "no --out given; name the model to write");
            imports.run(sample, "--activation tanh --out", sample)
                    .refuses(2, "--out is the file that is read; choose another name");
        });
        imports.flag("--activation", () -> {
            assertEquals(
                    List.of(Activation.TANH, Activation.IDENTITY),
                    activations(imported(imports, out, sample, "--activation tanh")));
            assertEquals(
                    List.of(Activation.RELU, Activation.IDENTITY),
                    activations(imported(imports, out, sample, "--activation relu")));
            imports.run(sample, "--out", out)
                    .refuses(
                            4,
                            "nn: " + sample + ": does not say the activation of its hidden layers; "
                                    + "give --activation relu, tanh, sigmoid or identity");
            imports.run(sample, "--activation step --out", out)
                    .refuses(2, "--activation is step; it must be relu, tanh, sigmoid or identity");
            imports.run(SAMPLES.resolve("pytorch.onnx"), "--activation relu --out", out)
                    .refuses(4, "says that its activation is sigmoid; leave out --activation");
        });
        imports.flag("--layout", () -> {
            imports.run(sample, "--layout rows --out", out)
                    .refuses(2, "--layout is 'rows'; it must be in-out or out-in");
            imported(imports, out, sample, "--activation tanh --layout in-out");
            imports.run(sample, "--activation tanh --layout out-in --out", out)
                    .refuses(4, "has layers that do not fit together", "; leave out --layout");
        });
        imports.flag("--pixels", () -> assertFirstWeight(255, imports, out, "--pixels 255"));
        imports.flag("--std", () -> assertFirstWeight(4, imports, out, "--std 0.25"));
        imports.flag("--mean", () -> {
            Checkpoint plain = imported(imports, out, sample, "--activation tanh");
            Checkpoint shifted = imported(imports, out, sample, "--activation tanh --mean 0.5");
            double sum = 0;
            for (int input = 0; input < 64; input++) {
                sum += network(plain, input, 3);
            }
            assertEquals(bias(plain, 3) - sum / 2, bias(shifted, 3), 1e-5);
            assertEquals(network(plain, 5, 3), network(shifted, 5, 3));
        });
        imports.flag("--data", () -> {
            Path npz = scratch.resolve("own.npz");
            Cli.run("export", model, "--to", npz).printed();
            Checkpoint plain = imported(imports, out, npz, "");
            assertEquals(
                    Checkpoint.read(model).classifier().temperature(),
                    plain.classifier().temperature(),
                    1e-6);
            assertFalse(plain.provenance().test().measured());
            Checkpoint measured = imported(imports, out, npz, "--data " + SmallMnist.raw());
            assertNotEquals(
                    plain.classifier().temperature(), measured.classifier().temperature());
            assertEquals(SmallMnist.TEST, measured.provenance().test().count());
            assertTrue(measured.provenance().test().accuracy() > 0.7);
            imports.run(sample, "--activation tanh --data", SmallMnist.raw(), "--out", out)
                    .refuses(4, "its images are 28 x 28 pixels, the model reads 8 x 8");
        });
        imports.flag("--threads", () -> {
            Path npz = scratch.resolve("threads.npz");
            Cli.run("export", model, "--to", npz).printed();
            String data = "--data " + SmallMnist.raw();
            assertEquals(
                    imported(imports, out, npz, data).classifier().temperature(),
                    imported(imports, out, npz, data + " --threads 3")
                            .classifier()
                            .temperature());
        });
        imports.saysNothingBesides(sample, "--activation tanh --out", out);
        imports.stacktrace(scratch.resolve("missing.npz"), "--out", out);
        return imports;
    }

    private static Checkpoint imported(Examples imports, Path out, Path file, String flags) {
        imports.run(file, flags, "--out", out).printed();
        return Checkpoint.read(out);
    }

    private static void assertFirstWeight(double factor, Examples imports, Path out, String flags) {
        Path sample = SAMPLES.resolve("numpy.npz");
        double plain = network(imported(imports, out, sample, "--activation tanh"), 7, 2);
        double scaled = network(imported(imports, out, sample, "--activation tanh " + flags), 7, 2);
        assertEquals(factor * plain, scaled, 1e-5 * Math.abs(scaled));
    }

    private static List<Activation> activations(Checkpoint checkpoint) {
        return checkpoint.classifier().architecture().activations();
    }

    private static double network(Checkpoint checkpoint, int input, int neuron) {
        return checkpoint.classifier().members().get(0).weight(0, input, neuron);
    }

    private static double bias(Checkpoint checkpoint, int neuron) {
        return checkpoint.classifier().members().get(0).bias(0, neuron);
    }
}
