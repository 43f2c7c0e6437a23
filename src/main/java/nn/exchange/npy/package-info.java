/**
 * NumPy's files: {@code .npy} holds an array, {@code .npz} is a zip archive of them.
 *
 * <p>Readers take memory in proportion to the file, and refuse pickled objects, which are programs. Format: NumPy Enhancement
 * Proposal 1, and {@code numpy.lib.format}.
 *
 * <p>Imports only the small rooms. Third-party: none.
 */
package nn.exchange.npy;
