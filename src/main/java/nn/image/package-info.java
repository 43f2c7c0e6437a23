/**
 * Pictures: {@link nn.image.decode} reads a picture file, {@link nn.image.prepare} makes a 28x28 digit from it as MNIST's makers
 * would have done, and {@link nn.image.GrayPng} writes what came out.
 *
 * <p>This room knows no network and guesses no digit.
 */
package nn.image;
