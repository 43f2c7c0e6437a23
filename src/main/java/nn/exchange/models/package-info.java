/**
 * Models to and from the files of other programs: ONNX, NumPy's NPZ, CSV, and others' safetensors.
 *
 * <p>Imports {@code nn.checkpoint}, {@code nn.eval}, {@code nn.model}, {@code nn.data}, {@code nn.exchange.onnx}, {@code nn.exchange.npy}
 * and the small rooms. Third-party: none.
 */
package nn.exchange.models;
