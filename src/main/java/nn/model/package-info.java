/**
 * The multilayer perceptron: architecture, parameters, forward and backward pass, losses, and matrices with the native BLAS. A few answers
 * need no ND4J ({@link nn.model.HeapFloatMatrix}).
 *
 * <p>The configuration ({@link nn.model.Architecture}), the state ({@link nn.model.Parameters}) and the scratch memory ({@link
 * nn.model.Workspace}) are arguments of {@link nn.model.Mlp}, which has no state itself. The package knows no data sets, no files and no
 * training loop. Shapes are {@code [rows, columns]}, rows are examples, all memory is row-major.
 *
 * <p>Imports no other room. Third-party: ND4J, with the JavaCPP and OpenBLAS classes that it brings, and oneDNN.
 */
package nn.model;
