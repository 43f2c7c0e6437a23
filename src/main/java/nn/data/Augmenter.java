package nn.data;
/** Stand-in. */
public final class Augmenter { public Augmenter(Augmentation a, int rows, int columns, long seed) {}
 public void apply(byte[] image, float[] into, long epoch, int example) { for (int i = 0; i < image.length; i++) into[i] = (image[i] & 0xff) / 255f; } }
