package nn.data;
/** Stand-in. */
public record Augmentation(double rotation) { public static final Augmentation NONE = new Augmentation(0); }
