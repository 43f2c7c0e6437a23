/**
 * Takes models elsewhere, and fetches them from there: ONNX, NumPy's NPZ, CSV, and the safetensors files of other programs.
 *
 * <p>It knows files and networks, and prints nothing. What it reads is untrusted: sizes are checked before memory is taken. Imports
 * {@code nn.checkpoint}, {@code nn.train}, {@code nn.eval}, {@code nn.model}, {@code nn.data} and the small rooms. Third-party: the
 * classes of the ONNX format that ND4J brings, with its own copy of Protocol Buffers.
 */
package nn.exchange;
