package nn.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs nn as a program of its own, which ends if this process does. */
final class NnProcess {

    /** Ends the program as soon as standard input ends, which is when the worker that holds its other end dies. */
    private static final String LEASH = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            program=$!
            { cat <&3; kill "$program"; } >/dev/null 2>&1 &
            watch=$!
            wait "$program"
            status=$?
            kill "$watch" 2>/dev/null
            exit "$status"
            """;

    private static final int LAST_WORDS = 2000;

    private NnProcess() {}

    /**
     * Runs a command to its end.
     *
     * @param log gets what it prints
     * @return its exit code
     * @throws IOException if it cannot be started
     * @throws InterruptedException if Spark ends the task; the command is ended, too
     */
    static int run(String nn, List<String> words, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", LEASH, "sh", nn));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return process.waitFor();
        } finally {
            process.getOutputStream().close();
        }
    }

    /** The end of a log. */
    static String lastWords(Path log) throws IOException {
        String text = Files.readString(log).strip();
        return text.substring(Math.max(0, text.length() - LAST_WORDS));
    }
}
