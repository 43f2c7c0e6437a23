package nn.lesson;

import java.util.function.Consumer;

/** A textbook example of a neural network, with its expected values. */
public interface Lesson {

    /** Its name on the command line, and the name of its resource bundle. */
    String name();

    /**
     * Runs the lesson.
     *
     * @param live gets the frames of a training in order; it may be slow
     */
    LessonResult run(LessonInput input, Consumer<Frame> live);
}
