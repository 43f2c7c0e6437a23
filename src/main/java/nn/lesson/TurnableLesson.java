package nn.lesson;

/** A lesson with a parameter to turn. */
public interface TurnableLesson extends Lesson {

    Dial dial();

    /** Computes with another value of the parameter. Nothing is compared: the expected values are for the lesson's own. */
    LessonResult turned(double value);
}
