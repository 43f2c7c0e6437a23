/**
 * What a trained network answers and how right it is: outputs of data sets, evaluation, calibration of probabilities.
 *
 * <p>Results are values; nothing here writes text or files. Imports {@code nn.model} and {@code nn.data}. Third-party: none.
 */
package nn.eval;
