package nn.lesson;

import java.util.List;

/**
 * A step of a computation: a text of the lesson's resource bundle and its arguments.
 *
 * @param key the key of the text
 * @param arguments {@link Numbers} or strings, for the text's placeholders in order
 */
public record Step(String key, List<Object> arguments) {

    public Step {
        arguments = List.copyOf(arguments);
    }

    /** Takes doubles, integers, arrays of doubles, and strings. */
    static Step of(String key, Object... arguments) {
        return new Step(key, java.util.Arrays.stream(arguments).map(Step::value).toList());
    }

    private static Object value(Object argument) {
        if (argument instanceof Number number) {
            return Numbers.of(number.doubleValue());
        }
        if (argument instanceof double[] vector) {
            return Numbers.of(vector);
        }
        if (argument instanceof double[][] matrix) {
            return Numbers.of(matrix);
        }
        return argument;
    }
}
