package nn.lesson;

/**
 * A moment of a training.
 *
 * @param panel what it looks like
 * @param caption where the training is
 */
public record Frame(Panel panel, Step caption) {}
