/**
 * Reads and writes files safely: atomic writes that reach the disk, and checks before a file or directory is used.
 *
 * <p>It knows no format. Imports only the root package. Third-party: Apache Commons IO.
 */
package nn.files;
