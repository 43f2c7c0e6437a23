/**
 * Classifies picture files: expands files, directories and lists, and answers each picture with a prediction or an error.
 * {@code DigitSearch} asks the network about all that could be the digit, {@code Verdict} weighs the answers, {@code Decision} says the
 * result.
 *
 * <p>Decoding and preparing pictures is the work of {@code nn.image}. Imports {@code nn.eval}, {@code nn.image},
 * {@code nn.model}, {@code nn.data} and {@code nn.files}. Third-party: none.
 */
package nn.pictures;
