/**
 * Reads the numbers in a picture: finds the ink, joins and cuts it into digits, and orders them in lines and numbers.
 * {@link nn.read.PageReader} is the whole way from a picture to a {@link nn.read.Page}, step by step.
 *
 * <p>What a single digit is, the network of {@code nn.eval} says. This room writes no text and draws nothing. Imports
 * {@code nn.pictures}, {@code nn.eval}, {@code nn.image} and {@code nn.model}. Third-party: none.
 */
package nn.read;
