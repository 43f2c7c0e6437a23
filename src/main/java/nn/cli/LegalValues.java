package nn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.Choice;
import nn.json.EnumName;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says what values an option takes, for the message about another one. */
final class LegalValues {

    /** The part of a description that tells the range of a number, such as {@code 0 to below 1}. */
    private static final Pattern RANGE =
            Pattern.compile(", ((?:at least |above |-?[0-9^]+ (?:\\(off\\) )?to ).*?)(?:\\.?$|, |; | \\()");

    /** A text that lists words, such as {@code relu, tanh or identity}. */
    private static final Pattern WORDS = Pattern.compile("[a-z0-9-]+(?:, [a-z0-9-]+)* or [a-z0-9-]+");

    private static final Map<Class<?>, String> WHOLE_NUMBERS =
            Map.of(Integer.class, "-2^31 to 2^31 - 1", Long.class, "-2^63 to 2^63 - 1");

    private LegalValues() {}

    /** The legal values, such as {@code relu or tanh}. */
    static String of(OptionSpec option, String refused) {
        if (option.userObject() instanceof String told) {
            return told;
        }
        Class<?> type = option.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return Choice.of(names(type)) + (option.isMultiValue() ? ", or several of these separated by commas" : "");
        }
        if (type == Path.class) {
            return "the name of a file or directory";
        }
        String number = WHOLE_NUMBERS.containsKey(type) ? "whole number" : "number";
        String range = range(option, type, refused);
        return (option.isMultiValue() ? number + "s separated by commas" : "a " + number)
                + (range.isEmpty() ? "" : ", " + range);
    }

    /** The words that an option or a parameter takes, where these are all; else none. */
    static List<String> words(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (argument.completionCandidates() != null && !type.isEnum()) {
            List<String> words = new ArrayList<>();
            argument.completionCandidates().forEach(words::add);
            return words;
        }
        if (argument.userObject() instanceof String told) {
            return WORDS.matcher(told).matches() ? List.of(told.split(", | or ")) : List.of();
        }
        return type.isEnum() ? names(type) : List.of();
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> EnumName.of((Enum<?>) constant))
                .toList();
    }

    private static String range(OptionSpec option, Class<?> type, String refused) {
        Matcher told = RANGE.matcher(option.description()[0]);
        if (told.find()) {
            return told.group(1);
        }
        return refused.matches("[+-]?[0-9]+") ? WHOLE_NUMBERS.getOrDefault(type, "") : "";
    }
}
