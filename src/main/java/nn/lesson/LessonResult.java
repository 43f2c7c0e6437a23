package nn.lesson;

import java.util.List;

/**
 * What a lesson computed.
 *
 * @param lesson its name
 * @param steps the computation, in order
 * @param checks computed values beside the expected ones
 * @param figure what it looks like
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
