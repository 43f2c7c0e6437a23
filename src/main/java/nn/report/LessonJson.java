package nn.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nn.lesson.Check;
import nn.lesson.LessonResult;
import nn.lesson.Numbers;

/**
 * A lesson's result as a JSON document, whose keys are the component names. NaN and infinities are strings, such as
 * {@code "NaN"}.
 *
 * @param computed each value by its key: a number, an array, or an array of arrays
 * @param expected the same keys: the value, or an object with {@code atLeast}, {@code atMost} or both
 * @param tolerance the allowed difference between computed and expected numbers, for the keys that have one
 * @param verdict {@code match} or {@code mismatch}
 * @param mismatches the keys of the values that are not as expected
 */
public record LessonJson(
        String name,
        long seed,
        Map<String, Object> computed,
        Map<String, Object> expected,
        Map<String, Object> tolerance,
        String verdict,
        List<String> mismatches) {

    public static LessonJson of(LessonResult result, long seed) {
        return new LessonJson(
                result.lesson(),
                seed,
                byKey(result, check -> value(check.computed())),
                byKey(result, LessonJson::expected),
                byKey(result, check -> check.rule() == Check.Rule.WITHIN ? check.tolerance() : null),
                result.matches() ? "match" : "mismatch",
                result.checks().stream()
                        .filter(check -> !check.matches())
                        .map(Check::key)
                        .toList());
    }

    private static Map<String, Object> byKey(LessonResult result, Function<Check, Object> value) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Check check : result.checks()) {
            Object found = value.apply(check);
            if (found != null) {
                map.put(check.key(), found);
            }
        }
        return map;
    }

    private static Object expected(Check check) {
        return switch (check.rule()) {
            case WITHIN -> value(check.expected());
            case AT_LEAST -> Map.of("atLeast", value(check.expected()));
            case AT_MOST -> Map.of("atMost", value(check.expected()));
            case BETWEEN -> {
                Map<String, Object> bounds = new LinkedHashMap<>();
                bounds.put("atLeast", value(check.expected().parts().get(0)));
                bounds.put("atMost", value(check.expected().parts().get(1)));
                yield bounds;
            }
        };
    }

    private static Object value(Numbers numbers) {
        if (!numbers.shape().isEmpty()) {
            return numbers.parts().stream().map(LessonJson::value).toList();
        }
        double value = numbers.values().get(0);
        return Double.isFinite(value) ? (Object) value : String.valueOf(value);
    }
}
