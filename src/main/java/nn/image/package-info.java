/**
 * From any picture file to a 28x28 digit as MNIST's makers would have prepared it: {@link nn.image.ImageFile} reads,
 * {@link nn.image.DigitPreparation} prepares, step by step, {@link nn.image.GrayPng} writes what came out.
 *
 * <p>It knows no network and guesses no digit. Inside, ink is a number: 0 paper, 1 ink. Imports no other room; uses the
 * JDK's {@code javax.imageio} for what is not PNG, and TwelveMonkeys for WebP.
 */
package nn.image;
