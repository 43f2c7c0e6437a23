/**
 * Files that survive: atomic writes, forced to the disk, and checks before a file is read or a directory is relied on.
 *
 * <p>It knows no format. Imports nothing of ours but the messages for users. Third-party: Apache Commons IO.
 */
package nn.files;
