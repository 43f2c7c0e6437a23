package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The script that started this program, {@code scripts/nn}, in packages {@code bin/nn}. Benchmarks start the program with it. */
final class LauncherScript {

    /** The message if the script is needed but unknown. */
    static final String MISSING = "whole processes are started by scripts/nn, and this one was not";

    private LauncherScript() {}

    /** The script; empty if the program was started in another way, as in a test. */
    static Optional<Path> path() {
        return Optional.ofNullable(System.getProperty("nn.home"))
                .flatMap(home -> Stream.of("scripts", "bin")
                        .map(directory -> Path.of(home, directory, "nn"))
                        .filter(Files::isExecutable)
                        .findFirst());
    }
}
