package nn.train;

/** Checks the values of a configuration. Its messages name the flag. */
final class Limits {

    private Limits() {}

    static void required(String name, Object value) {
        require(value != null, name, "missing", "given");
    }

    static void share(String name, double value) {
        require(value >= 0 && value < 1, name, value, "from 0 to below 1");
    }

    static void notNegative(String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "0 (off) or more, and finite");
    }

    static void require(boolean condition, String name, Object value, String legal) {
        if (!condition) {
            throw new IllegalArgumentException("--%s is %s; it must be %s".formatted(name, value, legal));
        }
    }
}
