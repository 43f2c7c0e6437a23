package nn.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The bounds of every flag that is a number or a time. */
final class FlagBounds {

    /**
     * A flag's.
     *
     * @param below the next value below the lowest one, if there is a lowest
     * @param above the next value above the highest one, if there is a highest
     * @param legal what a refusal says that it may be
     */
    record Bound(
            String flag, Optional<String> below, String lowest, String highest, Optional<String> above, String legal) {

        @Override
        public String toString() {
            return flag;
        }
    }

    private static final double TOP = Math.nextDown(1.0);
    private static final double MOST = Double.MAX_VALUE;

    private static final List<Bound> DEFORMATIONS = List.of(
            reals("--rotation", 0, 180, "0 to 180"),
            reals("--scale", 0, 0.9, "0 to 0.9"),
            reals("--shear", 0, 2, "0 to 2"),
            reals("--translation", 0, 100, "0 to 100"),
            reals("--elastic", 0, 16, "0 to 16"),
            reals("--elastic-smoothing", 0, 32, "0 to 32"),
            reals("--thickness", 0, 2, "0 to 2"),
            reals("--blur", 0, 1, "0 to 1"),
            reals("--contrast", 0, 1, "0 to 1"),
            reals("--pen-styles", 0, 1, "0 to 1"));

    /** A number that does not fit Java's type. */
    private static final Bound SEED = seed("--seed");

    private static final Bound THREADS = whole("--threads", 1, 256, "1 to 256");
    private static final List<Bound> READING = List.of(
            THREADS,
            whole("--digits", 1, 100, "1 to 100"),
            reals("--min-confidence", 0, 1, "from 0 to 1, such as 0.5"));
    private static final Bound ROUNDS = whole("--rounds", 1, 1000, "1 to 1000");

    /** The flags of all trainings. The data limit the batch size and the validation split. */
    private static final List<Bound> TRAINING = joined(
            DEFORMATIONS,
            List.of(
                    SEED,
                    seed("--split-seed"),
                    THREADS,
                    whole("--hidden", 0, 1_048_576, "1 to 1048576"),
                    whole("--epochs", 1, 1_000_000, "1 to 1000000"),
                    atLeast("--batch-size", 1, "at least 1"),
                    reals("--learning-rate", Double.MIN_VALUE, MOST, "above 0"),
                    reals("--warmup", 0, TOP, "0 to below 1"),
                    reals("--momentum", 0, TOP, "0 to below 1"),
                    reals("--weight-decay", 0, MOST, "0 (off) or more"),
                    reals("--clip-norm", 0, MOST, "0 (off) or more"),
                    reals("--dropout", 0, TOP, "0 to below 1"),
                    reals("--label-smoothing", 0, TOP, "0 to below 1"),
                    reals("--averaging", 0, TOP, "0 to below 1"),
                    reals("--augment-fade", 0, 1, "from 0 (off) to 1"),
                    atLeast("--limit", 1, "at least 1"),
                    atLeast("--validation", 0, "0 or more")));

    /** The flags of each command. */
    static final Map<String, List<Bound>> BY_COMMAND = new TreeMap<>(Map.of(
            "train",
                    joined(
                            TRAINING,
                            List.of(
                                    atLeast("--patience", 0, "0 (off) or more"),
                                    whole("--members", 1, 100, "1 to 100"),
                                    whole("--member", 1, 1, "from 1 to 1, the number of --members"),
                                    reals("--min-accuracy", 0, 1, "from 0 to 1"),
                                    times("--time-limit", "0ms", "1ms", "999999h", "1000000h", "20s, 5m or 1h"),
                                    times(
                                            "--checkpoint-interval",
                                            "0",
                                            "1",
                                            "999999999",
                                            "1000000000",
                                            "200ms, 30s or 5m, or a number of steps"),
                                    times(
                                            "--checkpoint-interval",
                                            "0ms",
                                            "1ms",
                                            "999999h",
                                            "1000000h",
                                            "200ms, 30s or 5m, or a number of steps"))),
            "bench train", joined(TRAINING, List.of(whole("--patience", 0, 0, "0 "))),
            "bench accuracy",
                    joined(
                            TRAINING,
                            List.of(
                                    ROUNDS,
                                    atLeast("--patience", 0, "0 (off) or more"),
                                    reals("--target", Double.MIN_VALUE, 1, "above 0 and at most 1"))),
            "bench gemm",
                    List.of(
                            THREADS,
                            ROUNDS,
                            whole("--hidden", 0, 65_536, "1 to 65536"),
                            whole("--batch-size", 1, 65_536, "1 to 65536")),
            "bench predict", List.of(THREADS, ROUNDS, whole("--limit", 1, 1_000_000, "1 to 1000000")),
            "bench startup", List.of(ROUNDS),
            "data show",
                    joined(
                            DEFORMATIONS,
                            List.of(
                                    SEED,
                                    whole("--index", 0, SmallMnist.TRAIN - 1, "0 to 1199"),
                                    whole("--count", 1, 10_000, "1 to 10000"),
                                    whole("--versions", 1, 100, "1 to 100"))),
            "detector", List.of(THREADS, SEED),
            "eval", joined(READING, List.of(whole("--mistakes", 1, 10_000, "1 to 10000"))),
            "predict", List.of(THREADS, atLeast("--top", 1, "at least 1"))));

    static {
        BY_COMMAND.put(
                "import",
                List.of(
                        THREADS,
                        reals("--mean", 0, 255, "0 to 255"),
                        reals("--std", Double.MIN_VALUE, 255, "above 0 and at most 255")));
        BY_COMMAND.put("read", READING);
        BY_COMMAND.put("lesson", List.of(SEED));
        BY_COMMAND.put("serve", List.of(whole("--port", 0, 65_535, "0 to 65535")));
        BY_COMMAND.put(
                "data convert",
                List.of(SEED, whole("--rows", 1, 1 << 20, "1 to 1048576"), reals("--test-share", 0, 0.9, "0 to 0.9")));
        // 0 stands for no hidden layer.
        BY_COMMAND.put("lesson gradient-check", List.of(SEED, whole("--hidden", 0, 4096, "1 to 4096")));
    }

    private FlagBounds() {}

    private static Bound seed(String flag) {
        return new Bound(
                flag,
                Optional.of("-9223372036854775809"),
                "-9223372036854775808",
                "9223372036854775807",
                Optional.of("9223372036854775808"),
                "it must be a whole number");
    }

    private static Bound whole(String flag, int lowest, int highest, String legal) {
        return new Bound(
                flag,
                Optional.of("" + (lowest - 1)),
                "" + lowest,
                "" + highest,
                Optional.of("" + (highest + 1)),
                legal);
    }

    private static Bound atLeast(String flag, int lowest, String legal) {
        return new Bound(
                flag, Optional.of("" + (lowest - 1)), "" + lowest, "" + Integer.MAX_VALUE, Optional.empty(), legal);
    }

    private static Bound reals(String flag, double lowest, double highest, String legal) {
        return new Bound(
                flag,
                Optional.of("" + Math.nextDown(lowest)),
                "" + lowest,
                "" + highest,
                Optional.of("" + Math.nextUp(highest)),
                legal);
    }

    private static Bound times(String flag, String below, String lowest, String highest, String above, String legal) {
        return new Bound(flag, Optional.of(below), lowest, highest, Optional.of(above), legal);
    }

    private static List<Bound> joined(List<Bound> first, List<Bound> second) {
        return Stream.of(first, second).flatMap(List::stream).toList();
    }
}
