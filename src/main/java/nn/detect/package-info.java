/**
 * The digit detector: a small network that tells digits from all else, and what it learns that from. {@link nn.detect.NoDigits} draws
 * pictures without a digit, {@link nn.detect.DetectorTraining} trains the network on them and on a data set's digits.
 *
 * <p>It needs nobody's pictures, no fonts, and no file of the machine. Imports {@code nn.train}, {@code nn.eval}, {@code nn.image},
 * {@code nn.model} and {@code nn.data}. Third-party: none.
 */
package nn.detect;
