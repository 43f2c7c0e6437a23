package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.detect.DetectorResult;
import nn.detect.DetectorSize;

/** What each flag of {@code nn detector} changes. */
final class DetectorExamples extends Examples {

    private final Path scratch;
    private final Path model;
    private final Once<Path> usual = new Once<>(() -> trained("usual"));

    DetectorExamples(Path scratch, Path model) {
        super("detector");
        this.scratch = scratch;
        this.model = model;
        Path data = SmallMnist.raw();
        flag("--out", () -> {
            byte[] before = Files.readAllBytes(model);
            usual.get();
            assertArrayEquals(before, Files.readAllBytes(model));
            Path copy = Files.copy(model, scratch.resolve("copy"));
            run("--size small --data", data, copy).printed();
            assertEquals(digest(usual.get()), digest(copy));
        });
        flag("--size", () -> {
            Path full = scratch.resolve("full");
            run("--size full --data", data, "--out", full, model).printed();
            assertEquals(DetectorSize.FULL, result(full).size());
            assertEquals(DetectorSize.SMALL, result(usual.get()).size());
            assertNotEquals(digest(usual.get()), digest(full));
        });
        flag("--compare", () -> {
            byte[] before = Files.readAllBytes(usual.get());
            List<String> lines =
                    run("--compare --data", data, usual.get()).printed().lines().toList();
            assertEquals(4, lines.size());
            assertTrue(lines.get(1).matches("detector +0\\.[0-9]{4} +[0-9.]+ %"), lines.get(1));
            assertTrue(lines.get(2).startsWith("largest probability "), lines.get(2));
            assertTrue(lines.get(3).startsWith("energy "), lines.get(3));
            assertArrayEquals(before, Files.readAllBytes(usual.get()));
            run("--compare --data", data, model).refuses(4, model.toString(), "has no digit detector");
            run("--compare --size small", usual.get()).refuses(2, "--compare", "--size");
        });
        flag("--data", () -> {
            Path untested = SmallMnist.withoutTest(scratch.resolve("untested"));
            Path out = scratch.resolve("without");
            run("--size small --data", untested, "--out", out, model).printed();
            assertEquals(digest(usual.get()), digest(out));
            assertEquals(0, result(out).test().count());
            assertEquals(SmallMnist.TEST, result(usual.get()).test().count());
        });
        shownBy("--data-ink", ImageFormTest.class, "theDetectorLearnsFromTheSameDigits");
        shownBy("--transpose", ImageFormTest.class, "theDetectorLearnsFromTheSameDigits");
        flag("--seed", () -> {
            assertEquals(5, result(trained("five", "--seed 5")).seed());
            assertNotEquals(digest(usual.get()), digest(trained("six", "--seed 6")));
        });
        flag("--threads", () -> assertEquals(digest(usual.get()), digest(trained("three", "--threads 3"))));
        quiet("Digit detector, small", "--size small --data", data, "--out", scratch.resolve("loud"), model);
        verbose(
                List.of("1,200 training examples"),
                "--size small --data",
                data,
                "--out",
                scratch.resolve("more"),
                model);
        stacktrace(scratch.resolve("missing"));
    }

    private Path trained(String name, Object... flags) {
        Path out = scratch.resolve(name);
        run("--size small --data", SmallMnist.raw(), "--out", out, flags, model).printed();
        return out;
    }

    private static String digest(Path file) {
        return Checkpoint.read(file).detectorDigest().orElseThrow();
    }

    private static DetectorResult result(Path file) {
        return Checkpoint.read(file).provenance().detector().orElseThrow();
    }
}
