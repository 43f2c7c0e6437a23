/**
 * Measures what this machine and this program do: the peak of its matrix products, how near the training comes, how long a model
 * takes to answer, a training to become accurate, and the whole program to start.
 *
 * <p>Results are values. Imports {@code nn.train}, {@code nn.eval}, {@code nn.model}, {@code nn.image} and
 * {@code nn.data}. Third-party: none.
 */
package nn.bench;
