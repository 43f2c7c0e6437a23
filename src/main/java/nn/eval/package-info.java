/**
 * Predictions of trained networks, their evaluation, and the calibration of their probabilities.
 *
 * <p>Results are values; nothing here writes text or files. Imports {@code nn.model} and {@code nn.data}. Third-party: none.
 */
package nn.eval;
