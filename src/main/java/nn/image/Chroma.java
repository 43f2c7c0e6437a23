package nn.image;

/**
 * The color of a picture beside its luminance Y (ITU-R BT.601): how far blue and red differ from it.
 *
 * @param blue 0.564 (B - Y), -0.5 to 0.5, 0 for gray
 * @param red  0.713 (R - Y), -0.5 to 0.5, of the same size
 */
public record Chroma(Plane blue, Plane red) {}
