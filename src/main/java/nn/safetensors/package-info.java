/**
 * The safetensors format: tensors by name, strings beside them, and a checksum of our own over the whole file.
 *
 * <p>It does not know what the tensors are for. Readers are bounded: sizes are checked against the file before memory is taken.
 * Imports {@code nn.files}. Third-party: Jackson core, for the header.
 */
package nn.safetensors;
