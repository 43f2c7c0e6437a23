package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import nn.eval.Prediction;
import nn.pictures.Answer;
import org.junit.jupiter.api.Test;

class PictureReportTest {

    private static final List<String> NAMES = List.of("0", "1");

    private static Answer answer(String file, int digit, double probability, String... warnings) {
        return new Answer(
                file,
                Optional.of(new Prediction(digit, probability, List.of(0.5, 0.5), 1)),
                Optional.empty(),
                Optional.empty(),
                List.of(warnings),
                Optional.empty(),
                List.of());
    }

    private static PictureReport report() {
        Answer unanswered = new Answer(
                "d.png",
                Optional.empty(),
                Optional.empty(),
                Optional.of("d.png: is empty; save it"),
                List.of(),
                Optional.empty(),
                List.of());
        return PictureReport.of(
                "model",
                List.of(
                        answer("a.png", 0, 0.9),
                        answer("b.png", 1, 0.75, "low confidence", "touches"),
                        answer("c\033.png", 1, 0.9),
                        unanswered),
                List.of("0", "0", "1", "1"),
                List.of("photo", "photo", "scan", ""),
                NAMES);
    }

    @Test
    void countsTheUnansweredAsErrors() {
        PictureReport report = report();
        assertEquals(4, report.count());
        assertEquals(2, report.errors());
        assertEquals(0.5, report.accuracy());
        assertEquals(List.of(List.of(1, 1), List.of(0, 1)), report.confusion());
        assertEquals(new PictureReport.Group(2, 1, 0.5), report.groups().get("photo"));
        assertEquals(new PictureReport.Group(1, 0, 1), report.groups().get("scan"));
        assertEquals(
                List.of("b.png", "d.png"),
                report.mistakes().stream().map(PictureReport.Mistake::file).toList());
    }

    @Test
    void rendersAccuracyGroupsConfusionAndWhatWasWrong() {
        assertEquals("""
                Accuracy 50.00 % (2 of 4 right, 2 wrong; 95 % interval 15.00 to 85.00 %)
                Refused 0 of 4 pictures of a digit (0.00 %)
                  photo        50.00 % (1 of 2 wrong)
                  scan         100.00 % (0 of 1 wrong)

                Confusion (row: the truth, column: the answer; . is none)
                   0 1
                 0 1 1
                 1 . 1

                Wrong:
                  b.png: 0 is seen as 1 with 75.0 %; low confidence; touches
                  d.png: 1 is seen as no answer (d.png: is empty; save it)
                """, PictureReportText.of(report(), NAMES, Samples.PLAIN));
    }
}
