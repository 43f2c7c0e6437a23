/**
 * From any picture file to an upright {@link nn.image.Picture}. {@link nn.image.decode.ImageFile} is the way in. Sizes are checked
 * before memory is taken.
 *
 * <p>Uses the JDK's {@code javax.imageio} for JPEG, GIF, BMP and TIFF, and TwelveMonkeys for WebP.
 */
package nn.image.decode;
