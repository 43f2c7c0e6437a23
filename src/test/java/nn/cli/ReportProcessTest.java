package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report needs of the machine and of the JVM. */
@Tag("process")
class ReportProcessTest {

    private static final Pattern LIBRARIES = Pattern.compile(" org\\.(jfree|apache\\.batik)\\.| java\\.awt\\.Font ");

    @TempDir
    private static Path scratch;

    private static Path run;

    @BeforeAll
    static void train() {
        run = scratch.resolve("run");
        Trainings.train(run).printed();
    }

    @Test
    void withoutFontsThePageHasTablesAndOneWarningSaysWhatToInstall() throws IOException {
        Path none = Files.writeString(
                scratch.resolve("fonts.conf"),
                "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
        Path home = Files.createDirectory(scratch.resolve("home"));
        Cli.Result result;
        try (ChildNn child = ChildNn.start(
                scratch,
                "FONTCONFIG_FILE='" + none + "' exec \"$@\"",
                List.of("-Duser.home=" + home, "-Djava.awt.headless=true"),
                "report",
                run)) {
            result = child.result();
        }
        assertEquals(run.resolve("report.html") + "\n", result.printed());
        List<String> warnings = result.errorLines().stream()
                .filter(line -> line.startsWith("nn: "))
                .toList();
        assertEquals(1, warnings.size(), result::toString);
        assertTrue(warnings.get(0).contains("install fontconfig"), result::toString);
        String page = Files.readString(run.resolve("report.html"));
        assertFalse(page.contains("<svg"));
        assertTrue(page.contains("<details open=\"open\"><summary>"));
        assertTrue(page.contains("Most confused") && page.contains("Validation loss"));
    }

    @Test
    void theLibrariesOfChartsAreLoadedByAReportOnly() throws IOException {
        assertFalse(loads("--help"));
        assertFalse(loads("train", "--help"));
        Path picture = Files.write(scratch.resolve("digit.png"), SmallMnist.testPng(0));
        assertFalse(loads("predict", "--model", run.resolve("model.safetensors"), picture));
        assertTrue(loads("report", run));
    }

    private static boolean loads(Object... command) throws IOException {
        Path log = scratch.resolve("classes.log");
        try (ChildNn child =
                ChildNn.start(scratch, List.of("-Xlog:class+load:file=" + log, "-Djava.awt.headless=true"), command)) {
            child.result().printed();
        }
        return LIBRARIES.matcher(Files.readString(log)).find();
    }
}
