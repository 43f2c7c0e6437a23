package nn.exchange.npy;

/** An array that cannot be used. The message continues a sentence that begins with the array's name. */
final class NpyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NpyException(String message) {
        super(message);
    }
}
