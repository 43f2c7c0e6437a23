package nn.train.fast;

/**
 * One part of the first layer: its columns of the inputs times its rows of the weights, and those rows' gradient. It needs no gradient
 * by the inputs.
 */
interface FirstLayer {

    /**
     * Multiplies a mini-batch's inputs by the weights, into the part's products.
     *
     * @param inputs {@code [batch, all inputs]}, row after row
     */
    void forward(float[] inputs, int batch);

    /** Computes the gradient by the weights, of the mini-batch that went forward last. */
    void gradient(int batch);

    /** What was computed last, until the next {@link #forward}. */
    GradientRows gradientRows();
}
