/**
 * Takes models and data elsewhere, and fetches them from there. This package has what its parts share: a layer of weights, and the range of
 * pixels. The parts are {@code models} with {@code onnx}, {@code npy}, {@code convert} and {@code fetch}.
 *
 * <p>It prints nothing. What it reads is untrusted: sizes are checked before memory is taken. Imports {@code nn.model} and the small rooms.
 */
package nn.exchange;
