/**
 * Finds out what on this machine would keep a command from working: {@link nn.doctor.Examination} makes
 * {@link nn.doctor.Finding}s. It looks only: it changes, unpacks and fetches nothing.
 *
 * <p>Imports {@code nn.checkpoint}, {@code nn.eval}, {@code nn.model}, {@code nn.data} and the small rooms. Third-party: none.
 */
package nn.doctor;
