package nn.lesson;

/**
 * A frame of an animated training.
 *
 * @param panel the drawing
 * @param caption the progress of the training
 */
public record Frame(Panel panel, Step caption) {}
