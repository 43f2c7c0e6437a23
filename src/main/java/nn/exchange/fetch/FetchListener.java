package nn.exchange.fetch;

/** Is told how a download goes. */
public interface FetchListener {

    /**
     * Bytes have come.
     *
     * @param file  the name of the file
     * @param bytes how many of it are here
     * @param total its size; -1 if the server does not tell
     */
    void received(String file, long bytes, long total);

    /** A file is here, and is the published one. */
    void done(String file);

    /** A mirror failed, or a download goes on after a cut. */
    void trouble(String message);
}
