package nn.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Future;
import nn.model.Matrix;
import nn.model.Precision;

/**
 * ND4J and its native libraries, which take longer to load than the command line takes to be understood: both go on at once. Two
 * threads that enter JavaCPP's classes at once can wait for each other for ever, so the command then waits, unless all that it
 * does with them begins with a matrix, as this does.
 */
final class NativeLibraries {

    private static final Set<String> WAITING = Set.of("train", "eval");
    private static final Set<String> BEGINNING_WITH_A_MATRIX = Set.of("predict");
    private static final Set<String> ANSWERED_WITHOUT = Set.of("-h", "--help", "-V", "--version");

    private NativeLibraries() {
    }

    /**
     * Begins to load them if the arguments name a command that computes.
     *
     * @return what the command must run before all else
     */
    static Runnable loadEarlyFor(String... arguments) {
        String command = arguments.length == 0 || Arrays.stream(arguments).anyMatch(ANSWERED_WITHOUT::contains) ? "" : arguments[0];
        if (!WAITING.contains(command) && !BEGINNING_WITH_A_MATRIX.contains(command)) {
            return () -> { };
        }
        Future<Matrix> loading = Background.start(() -> Matrix.zeros(Precision.FLOAT, 1, 1));
        return WAITING.contains(command) ? () -> Background.result(loading) : () -> { };
    }
}
