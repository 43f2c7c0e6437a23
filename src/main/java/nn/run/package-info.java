/**
 * The life of a training run: its directory and lock, its clock and signals, saving, resuming, and the final measurement.
 *
 * <p>It connects data, trainer, display and files. It knows no command-line options. Imports {@code nn.report}, {@code nn.checkpoint},
 * {@code nn.detect}, {@code nn.train}, {@code nn.eval}, {@code nn.model}, {@code nn.data} and the small rooms. Third-party: none.
 */
package nn.run;
