/**
 * From a {@link nn.image.Picture} to a digit in MNIST's convention, step by step: {@link nn.image.prepare.DigitPreparation}. Inside,
 * ink is a number: 0 is paper, 1 is ink.
 */
package nn.image.prepare;
