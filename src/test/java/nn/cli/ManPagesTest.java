package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

class ManPagesTest {

    @TempDir
    private Path scratch;

    private static String name(String command) {
        return ("nn " + command).strip().replace(' ', '-') + ".1";
    }

    @Test
    void everyCommandHasAPageWithAllItsFlags() throws IOException {
        ManPages.main(scratch.toString());
        Map<String, List<OptionSpec>> commands = AllFlags.byCommand();
        Set<String> pages =
                commands.keySet().stream().map(ManPagesTest::name).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(scratch)) {
            assertEquals(
                    pages,
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
        for (Map.Entry<String, List<OptionSpec>> command : commands.entrySet()) {
            String page = Files.readString(scratch.resolve(name(command.getKey())));
            for (OptionSpec flag : command.getValue()) {
                String bold = "\\fB" + flag.longestName().replace("-", "\\-") + "\\fR";
                assertTrue(page.contains(bold), () -> "no " + bold + " in " + page);
            }
            assertTrue(page.contains(".SH EXAMPLES\n"), () -> "no examples of " + command.getKey());
        }
        String page = Files.readString(scratch.resolve("nn-train.1"));
        assertTrue(page.contains("NN_LEARNING_RATE"), page);
        assertTrue(!page.contains("NN_OUT"), page);
    }

    /** In groff, which reads them for man(1). */
    @Test
    void thePagesAreInOrder() throws IOException, InterruptedException {
        Path groff = Path.of("/usr/bin/groff");
        assumeTrue(Files.isExecutable(groff), "no groff here");
        ManPages.main(scratch.toString());
        Path complaints = scratch.resolve("complaints");
        Path text = scratch.resolve("text");
        assertEquals(
                0,
                new ProcessBuilder(
                                groff.toString(), "-man", "-ww", "-Tascii", "-P-c", "nn-lesson.1", "nn-train.1", "nn.1")
                        .directory(scratch.toFile())
                        .redirectError(complaints.toFile())
                        .redirectOutput(text.toFile())
                        .start()
                        .waitFor());
        assertEquals("", Files.readString(complaints));
        String plain = Files.readString(text).replaceAll(".\b", "");
        assertTrue(plain.contains("       nn-lesson - Learn how neural networks compute, step by step\n"), plain);
        assertTrue(plain.contains("\n         nn lesson descent --plot descent.png\n"), plain);
    }
}
