package nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceRulesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void everySourceFileKeepsToTheRoomsOfTheDesign() throws IOException {
        Set<String> breaches = new TreeSet<>();
        for (Path file : sources()) {
            for (String breach : SourceRules.breaches(Files.readString(file))) {
                breaches.add(SOURCES.relativize(file) + ": " + breach);
            }
        }
        assertEquals(Set.of(), breaches);
    }

    /** Else a training would take negative time when the clock is set back. */
    @Test
    void durationsAreNotTakenFromTheClock() throws IOException {
        for (Path file : sources()) {
            String code = Files.readString(file);
            assertFalse(
                    code.contains("currentTimeMillis") || code.contains("Duration.between(Instant"), file::toString);
        }
    }

    @Test
    void theSourcesAreFound() throws IOException {
        List<String> names =
                sources().stream().map(file -> file.getFileName().toString()).toList();
        assertTrue(
                names.containsAll(List.of("Main.java", "Trainer.java", "Mlp.java", "NnException.java")),
                names.toString());
    }

    @Test
    void everyRoomOpensWithItsPackageInfo() throws IOException {
        for (Path file : sources()) {
            assertTrue(Files.exists(file.resolveSibling("package-info.java")), () -> file.getParent() + " has none");
        }
    }

    @Test
    void aForbiddenRoomIsFoundHoweverItIsNamed() {
        assertEquals(
                Set.of("model uses nn.data"), SourceRules.breaches("package nn.model;\nimport nn.data.DataSet;\n"));
        assertEquals(
                Set.of("model uses nn.data"),
                SourceRules.breaches("package nn.model; import static nn.data.DataSet.*;"));
        assertEquals(
                Set.of("train uses nn.cli"), SourceRules.breaches("package nn.train; class A { nn.cli.Main main; }"));
        assertEquals(Set.of("nn uses nn.eval"), SourceRules.breaches("package nn; import nn.eval.Scores; class A { }"));
        assertEquals(Set.of("image uses nn.model"), SourceRules.breaches("package nn.image; import nn.model.Matrix;"));
    }

    @Test
    void onlyTheExchangeKnowsOnnx() {
        String code = "import onnx.Onnx.ModelProto;\nimport org.nd4j.shade.protobuf.ByteString;\n";
        assertEquals(Set.of(), SourceRules.breaches("package nn.exchange;\n" + code));
        assertEquals(Set.of("run uses ONNX"), SourceRules.breaches("package nn.run;\n" + code));
        assertEquals(
                Set.of("exchange uses ND4J or native libraries"),
                SourceRules.breaches("package nn.exchange;\nimport org.nd4j.linalg.factory.Nd4j;\n"));
    }

    @Test
    void allowedRoomsAndOnesOwnAreNoBreach() {
        assertEquals(Set.of(), SourceRules.breaches("""
                package nn.train;
                import nn.NnException;
                import nn.eval.Scores;
                import nn.train.TrainingListener.Progress;
                import org.nd4j.linalg.api.ndarray.INDArray;
                """));
    }

    @Test
    void picocliOutsideTheCommandLineIsFound() {
        assertEquals(
                Set.of("report uses picocli"), SourceRules.breaches("package nn.report; import picocli.CommandLine;"));
        assertEquals(Set.of(), SourceRules.breaches("package nn.cli; import picocli.CommandLine;"));
    }

    @Test
    void nativeLibrariesOutsideTheirRoomsAreFound() {
        for (String library : List.of(
                "org.nd4j.linalg.factory.Nd4j",
                "org.bytedeco.javacpp.Pointer",
                "org.bytedeco.openblas.global.openblas_nolapack",
                "org.bytedeco.dnnl.global.dnnl")) {
            for (String room : List.of("cli", "report", "lesson", "image")) {
                assertEquals(
                        Set.of(room + " uses ND4J or native libraries"),
                        SourceRules.breaches("package nn." + room + "; import " + library + ";"));
            }
            assertEquals(Set.of(), SourceRules.breaches("package nn.bench; import " + library + ";"));
        }
    }

    @Test
    void chartsOutsideOfReportsAreFound() {
        for (String library : List.of("org.jfree.chart.JFreeChart", "org.apache.batik.svggen.SVGGraphics2D")) {
            assertEquals(Set.of("run draws charts"), SourceRules.breaches("package nn.run; import " + library + ";"));
            assertEquals(Set.of(), SourceRules.breaches("package nn.report.page; import " + library + ";"));
        }
    }

    @Test
    void endingTheProcessOutsideTheCommandLineIsFound() {
        for (String code : List.of(
                "System.exit(1);",
                "java.lang.System.exit(1);",
                "IntConsumer end = System::exit;",
                "Runtime.getRuntime().halt(1);")) {
            assertEquals(
                    Set.of("train ends the process"),
                    SourceRules.breaches("package nn.train; class A { { " + code + " } }"));
            assertEquals(Set.of(), SourceRules.breaches("package nn.cli; class A { { " + code + " } }"));
        }
    }

    @Test
    void commentsAndTextsAreNoUse() {
        assertEquals(Set.of(), SourceRules.breaches("""
                package nn.model;
                /** Unlike {@link nn.train.Trainer}. */
                class A {
                    // nn.cli.Main calls System.exit
                    String text = "\\"picocli.CommandLine and nn.eval.Scores";
                    char quote = '"';
                }
                """));
    }

    @Test
    void aPackageThatIsNoRoomIsFound() {
        assertEquals(
                Set.of("package nn.util is no room of the design"),
                SourceRules.breaches("package nn.util; class A { }"));
    }

    @Test
    void aPackageBelowARoomBelongsToIt() {
        assertEquals(
                Set.of(),
                SourceRules.breaches("package nn.train.fast; import nn.train.TrainingStep; import nn.model.Mlp;"));
        assertEquals(Set.of("train uses nn.cli"), SourceRules.breaches("package nn.train.fast; import nn.cli.Main;"));
    }
}
