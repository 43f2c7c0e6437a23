/**
 * Pictures: {@link nn.image.decode} reads a picture file, {@link nn.image.prepare} proposes what
 * the digit in it could be, each as 28x28 pixels as MNIST's makers would have made them, and {@link nn.image.GrayPng} writes what came out.
 *
 * <p>This room knows no network and guesses no digit.
 */
package nn.image;
