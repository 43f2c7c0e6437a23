/**
 * The multilayer perceptron itself: architecture, parameters, forward and backward pass, losses, and the native BLAS below;
 * without ND4J for a few answers ({@link nn.model.HeapFloatMatrix}).
 *
 * <p>Configuration ({@link nn.model.Architecture}), state ({@link nn.model.Parameters}) and scratch memory
 * ({@link nn.model.Workspace}) are three things, handed to {@link nn.model.Mlp}, which has no state of its own. It knows no data
 * sets, no files and no training loop. Shapes are {@code [rows, columns]}, rows are examples, all memory is row-major.
 *
 * <p>Imports no other room. Third-party: ND4J, with the JavaCPP and OpenBLAS classes that it brings, and oneDNN.
 */
package nn.model;
