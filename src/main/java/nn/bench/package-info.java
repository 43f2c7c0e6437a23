/**
 * Measures what this machine and this program do: the peak of its matrix products, and how near the training comes.
 *
 * <p>Results are values. Imports {@code nn.checkpoint}, {@code nn.train}, {@code nn.eval}, {@code nn.model}, {@code nn.image} and
 * {@code nn.data}. Third-party: none beside ND4J.
 */
package nn.bench;
