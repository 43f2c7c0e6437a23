package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nn.lesson.Check;
import nn.lesson.LessonResult;
import nn.lesson.Numbers;
import nn.lesson.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonTextTest {

    @Test
    void aMatchShowsComputedBesideExpectedValuesAndSaysSo() {
        String text = LessonText.result(Runs.of("forward"), Locale.ENGLISH);
        assertTrue(text.contains("""
                  ok  y, outputs
                        computed  [0.316827076411, 0.696279089862]
                        expected  [0.31682708, 0.69627909], within 5e-9

                Verdict: match, 5 of 5 values.
                """), text);
    }

    @Test
    void aMismatchIsMarkedAndNamed() {
        LessonResult result = Runs.of("predictor");
        List<Check> checks = new ArrayList<>(result.checks());
        checks.set(1, new Check("factor", Numbers.of(0.7), Check.Rule.WITHIN, Numbers.of(0.62137), 1e-12));
        LessonResult wrong = new LessonResult("predictor", result.steps(), checks, result.figure());
        String text = LessonText.result(wrong, Locale.ENGLISH);
        assertTrue(
                text.contains(
                        "\n  NO  A after one full correction\n        computed  0.7\n        expected  0.62137, within"),
                text);
        assertTrue(text.endsWith("Verdict: MISMATCH, 1 of 3 values are not as expected: factor.\n"), text);
        assertTrue(LessonText.result(wrong, Locale.CHINESE).contains("不一致"));
    }

    @Test
    void theDefaultLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        String english = LessonText.result(Runs.of("linear"), Locale.ENGLISH);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(english, LessonText.result(Runs.of("linear"), Locale.ENGLISH));
            Locale.setDefault(Locale.CHINA);
            assertEquals(english, LessonText.result(Runs.of("linear"), Locale.ENGLISH));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "100.00007178551415, 100.000072",
        "1e-12, 1e-12",
        "2.06106005e-9, " + "2.06106005e-9",
        "0, 0",
        "-0.0, 0",
        "16900, 16900",
        "NaN, NaN",
        "Infinity, Infinity",
        "-1.5e-7, -1.5e-7"
    })
    void numbersShowTheDigitsThatCount(double value, String text) {
        assertEquals(text, NumbersText.text(Numbers.of(value)));
    }

    @Test
    void chineseBreaksAtTheWidthAndKeepsItsMarks() {
        List<String> lines = Paragraph.lines("神经元把每个输入乘以权重后相加，再加上偏置。", "", "", 24);
        assertEquals(List.of("神经元把每个输入乘以权重", "后相加，再加上偏置。"), lines);
        List<String> shorter = Paragraph.lines("一二三四五，六", "", "", 10);
        assertEquals(List.of("一二三四", "五，六"), shorter);
    }

    @Test
    void formulasAndShortBracketsHoldTogether() {
        assertEquals(
                List.of("of the layer", "y = x W + b", "[fanIn, fanOut]"),
                Paragraph.lines("of the layer y = x W + b [fanIn, fanOut]", "", "", 16).stream()
                        .map(String::strip)
                        .toList());
    }
}
