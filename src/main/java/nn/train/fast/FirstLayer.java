package nn.train.fast;

/**
 * One part of the first layer: its columns of the inputs times its rows of the weights, and the gradient by those rows. The gradient by
 * the inputs is not needed.
 */
interface FirstLayer {

    /**
     * Multiplies a mini-batch's inputs by the weights, into the part's products.
     *
     * @param allInputs {@code [batch, inputs]}, row after row
     */
    void forward(float[] allInputs, int batchSize);

    /** Computes the gradient by the weights, for the mini-batch that went forward last. */
    void gradient(int batchSize);

    /** What was computed last; valid until the next {@link #forward}. */
    GradientRows gradientRows();
}
