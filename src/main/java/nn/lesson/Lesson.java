package nn.lesson;

import java.util.function.Consumer;

/** A system from the introductions to neural networks, with the values that it has to reach. */
public interface Lesson {

    /** Its name on the command line, and of its resource bundle. */
    String name();

    /**
     * Runs it.
     *
     * @param live gets the states of a training as pictures, in order; it may take its time to show them
     */
    LessonResult run(LessonInput input, Consumer<Frame> live);
}
