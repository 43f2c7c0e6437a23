/**
 * {@code nn}, a digit classifier for the shell: a batched multilayer perceptron on ND4J tensors and native BLAS.
 *
 * <p>The rooms, from the top: {@code cli}, {@code run}, {@code report}, {@code pictures}, {@code lesson}, {@code bench},
 * {@code checkpoint}, {@code train}, {@code eval}, {@code image}, {@code model}, {@code data}; and the small rooms {@code json},
 * {@code files}, {@code safetensors} and {@code natives} for all. A room imports only rooms below it; its {@code package-info} names
 * which. This root package holds only what every room may use: the exception that is meant for the user, texts made fit for messages,
 * and the program's version.
 */
package nn;
