/**
 * From a {@link nn.image.Picture} to digits in MNIST's convention. {@link nn.image.prepare.Candidates} are the ways to look at the
 * picture; {@code ViewReader} makes a digit of each, step by step. Inside, ink is a number: 0 is paper, 1 is ink.
 */
package nn.image.prepare;
