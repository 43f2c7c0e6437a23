package nn.train;

/** How the training examples that are used, and those of the validation split, are chosen among all. */
public enum Sampling {
    /** The first examples are used, and the last of these are the validation split: what runs of version 1 did. */
    IN_ORDER,
    /** At random, with the classes in the proportions of the data. */
    BY_CLASS
}
