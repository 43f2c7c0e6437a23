/**
 * Benchmarks: the peak speed of matrix products, the speed of training, the time to a prediction, to an accuracy, and to the
 * program's start.
 *
 * <p>Results are values. Imports {@code nn.train}, {@code nn.eval}, {@code nn.model}, {@code nn.image} and {@code nn.data}.
 * Third-party: none.
 */
package nn.bench;
