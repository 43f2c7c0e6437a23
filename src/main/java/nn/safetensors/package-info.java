/**
 * Reads and writes safetensors files: tensors by name, strings by name, and nn's own checksum over the whole file.
 *
 * <p>It does not know what the tensors mean. Sizes are checked against the file before memory is allocated. Imports
 * {@code nn.files}. Third-party: Jackson core, for the header.
 */
package nn.safetensors;
