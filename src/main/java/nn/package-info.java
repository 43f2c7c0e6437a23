/**
 * {@code nn}, a digit classifier for the shell: a batched multilayer perceptron on ND4J tensors and native BLAS.
 *
 * <p>The rooms, from the top: {@code cli}, {@code report}, {@code lesson}, {@code bench}, {@code checkpoint}, {@code train},
 * {@code eval}, {@code model}, {@code image}, {@code data}. A room imports only rooms below it; its {@code package-info}
 * names which. This root package holds only what every room may use: the exception that is
 * meant for the user, the marks of what older files lack or name otherwise, the value of any record's component, and the way to
 * load ND4J's native libraries.
 */
package nn;
