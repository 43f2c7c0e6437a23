package nn.lesson;

/**
 * A computed value and its expectation.
 *
 * @param key its name in JSON; with the prefix {@code check.} the key of its text
 * @param expected the value itself, the bound, or for {@link Rule#BETWEEN} the vector of both bounds
 * @param tolerance the largest difference that {@link Rule#WITHIN} allows for each number
 */
public record Check(String key, Numbers computed, Rule rule, Numbers expected, double tolerance) {

    /** The relation between a value and its expectation. */
    public enum Rule {
        WITHIN,
        AT_LEAST,
        AT_MOST,
        BETWEEN
    }

    /** Whether the value is as expected. */
    public boolean matches() {
        return switch (rule) {
            case WITHIN -> computed.distance(expected) <= tolerance;
            case AT_LEAST -> computed.values().get(0) >= expected.values().get(0);
            case AT_MOST -> computed.values().get(0) <= expected.values().get(0);
            case BETWEEN ->
                computed.values().get(0) >= expected.values().get(0)
                        && computed.values().get(0) <= expected.values().get(1);
        };
    }
}
