/**
 * ONNX graphs: a model as one graph from raw pixels to probabilities, and the multilayer perceptron in a graph of another program.
 *
 * <p>Imports {@code nn.checkpoint}, {@code nn.eval}, {@code nn.model}, {@code nn.data} and the small rooms. Third-party: the classes of the
 * format that ND4J brings, with its own copy of Protocol Buffers.
 */
package nn.exchange.onnx;
