package nn.report;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.lesson.Numbers;
import nn.lesson.Step;

/**
 * The texts of a lesson in one language, with placeholders: <code>{0}</code> is the first argument with up to nine digits,
 * <code>{0:3}</code> with three decimals, <code>{0:%}</code> in percent, <code>{0:e}</code> with two digits.
 */
public final class LessonMessages {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?::([0-9%ex]))?}");
    private static final String COMMON = "common";

    private final ResourceBundle own;
    private final ResourceBundle common;

    private LessonMessages(ResourceBundle own, ResourceBundle common) {
        this.own = own;
        this.common = common;
    }

    /** The texts of a lesson, in Chinese or, for every other language, in English. */
    public static LessonMessages of(String lesson, Locale language) {
        return new LessonMessages(bundle(lesson, language), common(language));
    }

    /** The texts that all lessons share. */
    public static LessonMessages shared(Locale language) {
        return new LessonMessages(common(language), common(language));
    }

    private static ResourceBundle common(Locale language) {
        return bundle(COMMON, language);
    }

    /** Disables the fallback to the system's language, so that a Chinese system can ask for English. */
    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(
                "nn.lesson." + name,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text of a key: the lesson's own, or else the one that all lessons share. */
    public String text(String key) {
        return own.containsKey(key) ? own.getString(key) : common.getString(key);
    }

    /** The text of a key, with the arguments in its placeholders. */
    public String text(String key, Object... arguments) {
        return filled(text(key), List.of(arguments));
    }

    /** The text of a step with its numbers. */
    public String text(Step step) {
        return filled(text("step." + step.key()), step.arguments());
    }

    private static String filled(String text, List<Object> arguments) {
        return PLACE.matcher(text).replaceAll(place -> {
            Object argument = arguments.get(Integer.parseInt(place.group(1)));
            String format = place.group(2) == null ? "" : place.group(2);
            return Matcher.quoteReplacement(
                    argument instanceof Numbers numbers ? NumbersText.text(numbers, format) : String.valueOf(argument));
        });
    }
}
