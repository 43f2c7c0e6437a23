package nn.lesson;

import java.util.List;
import java.util.Optional;

/** All lessons, in the order for learning. */
public final class Lessons {

    private static final List<Lesson> ALL = List.of(
            new PerceptronLesson(),
            new ActivationsLesson(),
            new MatrixLesson(),
            new ForwardLesson(),
            new SignalsLesson(),
            new SoftmaxLesson(),
            new PredictorLesson(),
            new ClassifierLesson(),
            new DescentLesson(),
            new LinearLesson(),
            new BackpropLesson(),
            new ShallowLesson(),
            new BeansLesson(),
            new InitLesson(),
            new DigitsNumpyLesson(),
            new DigitsSigmoidLesson());

    private Lessons() {}

    public static List<Lesson> all() {
        return ALL;
    }

    /** The lessons with a parameter to turn. */
    public static List<TurnableLesson> turnable() {
        return ALL.stream()
                .filter(TurnableLesson.class::isInstance)
                .map(TurnableLesson.class::cast)
                .toList();
    }

    public static Optional<Lesson> named(String name) {
        return ALL.stream().filter(lesson -> lesson.name().equals(name)).findFirst();
    }
}
