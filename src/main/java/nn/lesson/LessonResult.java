package nn.lesson;

import java.util.List;

/**
 * The result of a lesson.
 *
 * @param lesson its name
 * @param steps the computation, in order
 * @param checks the computed values with their expectations
 * @param figure the drawing of the result
 */
public record LessonResult(String lesson, List<Step> steps, List<Check> checks, Figure figure) {

    public LessonResult {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
    }

    /** Whether every value is as expected. */
    public boolean matches() {
        return checks.stream().allMatch(Check::matches);
    }
}
