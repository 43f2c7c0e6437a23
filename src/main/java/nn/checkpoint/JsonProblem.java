package nn.checkpoint;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One line about refused JSON: where, which key, and why. Jackson's own texts speak of Java classes and its options. */
final class JsonProblem {

    private JsonProblem() {
    }

    static String describe(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (!(e instanceof JsonMappingException problem)) {
            return place(e) + Quoted.clean(withoutAdvice(message));
        }
        if (message.startsWith("Trailing") || message.startsWith("No content")) {
            return place(e) + (message.startsWith("Trailing") ? "something follows the end" : "nothing is here");
        }
        String key = problem.getPath().isEmpty() ? "the whole" : Quoted.of(path(problem));
        // What a record as a whole lacks or has too much shows only at its end, so its place would mislead.
        if (e instanceof UnrecognizedPropertyException) {
            return "unknown key " + key;
        }
        if (message.startsWith("Missing")) {
            return "the key " + key + " is missing";
        }
        if (message.startsWith("Null value") || message.contains("`null`")) {
            return "the key " + key + " must not be null";
        }
        return place(e) + key + reason(problem);
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null && e.getCause().getMessage() != null) {
            return ": " + Quoted.clean(e.getCause().getMessage());
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return " is " + demand(mismatch.getTargetType());
        }
        return ": " + Quoted.clean(withoutAdvice(e.getOriginalMessage()));
    }

    private static String demand(Class<?> type) {
        if (type.isEnum()) {
            return "none of " + Arrays.stream(type.getEnumConstants())
                    .map(constant -> JsonWriter.name((Enum<?>) constant)).collect(Collectors.joining(", "));
        }
        if (type == double.class || type == float.class) {
            return "no finite number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return type == boolean.class ? "neither true nor false" : "no whole number";
        }
        if (type == String.class) {
            return "no string";
        }
        return type.isArray() || Iterable.class.isAssignableFrom(type) ? "no array" : "no object of the right kind";
    }

    /** Jackson goes on with what it expected, or with the names of its options. */
    private static String withoutAdvice(String message) {
        return message.replaceFirst("(?s)( \\(start marker| \\([0-9]+, from |: (?=[a-z])).*", "");
    }

    /** The way to a value, such as {@code layers[2].size}. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
