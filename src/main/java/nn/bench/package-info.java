/**
 * Measures what this machine and this program do: the peak of its matrix products, and how near the training comes.
 *
 * <p>Results are values. Imports {@code nn.train}, {@code nn.model} and {@code nn.data}. Third-party: none.
 */
package nn.bench;
