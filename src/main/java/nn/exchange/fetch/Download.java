package nn.exchange.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.UntrustedText;
import nn.Version;
import nn.files.DiskSpace;
import nn.files.WriteFailure;

/** Gets a file by HTTP into an open file on the disk, and continues what is there. */
final class Download {

    private static final int BUFFER = 64 << 10;
    private static final int MOST_REDIRECTS = 5;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final long MOST_BYTES = 2L << 30;
    private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)");

    private final Duration patience;
    private final FetchListener listener;

    /** @param patience how long a server may be silent */
    Download(Duration patience, FetchListener listener) {
        this.patience = patience;
        this.listener = listener;
    }

    /**
     * Gets what is missing of a file.
     *
     * @param name for the listener
     * @param part has the first bytes already, or none
     * @throws IOException if the server does not answer, refuses, or cuts the connection; {@code part} then has what has come
     * @throws nn.NnException ENVIRONMENT if the disk fails
     */
    void get(String address, String name, Path path, FileChannel part) throws IOException {
        HttpURLConnection connection = connect(address, part.size());
        try {
            int status = connection.getResponseCode();
            long start = 0;
            long total = connection.getContentLengthLong();
            if (status == HttpURLConnection.HTTP_PARTIAL) {
                Matcher range = RANGE.matcher(String.valueOf(connection.getHeaderField("Content-Range")));
                if (!range.matches() || Long.parseLong(range.group(1)) != part.size()) {
                    truncate(path, part);
                    throw new IOException("it sent another part than was asked for");
                }
                start = part.size();
                total = range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
            } else if (status != HttpURLConnection.HTTP_OK) {
                if (status == RANGE_NOT_SATISFIABLE) {
                    truncate(path, part); // it is as long as the file, or longer, and yet it is not the file
                }
                throw new IOException("it answered " + status);
            } else if (String.valueOf(connection.getContentType())
                    .toLowerCase(Locale.ROOT)
                    .startsWith("text/html")) {
                throw new IOException("it sent a web page instead of the file");
            } else {
                truncate(path, part);
            }
            receive(connection.getInputStream(), name, path, part, start, total);
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection connect(String address, long from) throws IOException {
        URL url = new URL(address);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            URLConnection opened = url.openConnection();
            if (!(opened instanceof HttpURLConnection connection)) {
                throw new IOException("it leads to " + UntrustedText.escaped(url.getProtocol()));
            }
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) patience.toMillis());
            connection.setReadTimeout((int) patience.toMillis());
            connection.setRequestProperty("User-Agent", "nn/" + Version.text());
            connection.setRequestProperty("Accept-Encoding", "identity");
            if (from > 0) {
                connection.setRequestProperty("Range", "bytes=" + from + "-");
            }
            String target = connection.getHeaderField("Location");
            if (connection.getResponseCode() / 100 != 3 || target == null) {
                return connection;
            }
            connection.disconnect();
            URL next = new URL(url, target);
            if (url.getProtocol().equals("https") && !next.getProtocol().equals("https")) {
                throw new IOException("it leads from https to " + UntrustedText.escaped(next.getProtocol()));
            }
            url = next;
        }
        throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
    }

    private void receive(InputStream in, String name, Path path, FileChannel part, long start, long total)
            throws IOException {
        if (total > MOST_BYTES) {
            throw new IOException("its file has " + total + " bytes, which is too much");
        }
        if (total > 0) {
            DiskSpace.require(path.toAbsolutePath().getParent(), total - start);
        }
        byte[] buffer = new byte[BUFFER];
        long bytes = start;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > MOST_BYTES) {
                truncate(path, part);
                throw new IOException("it sends without end");
            }
            append(path, part, buffer, read);
            listener.received(name, bytes, total);
        }
        if (bytes < total) {
            throw new IOException("the connection was cut after " + bytes + " of " + total + " bytes");
        }
    }

    private static void append(Path path, FileChannel part, byte[] bytes, int count) {
        try {
            OutputStream out = Channels.newOutputStream(part);
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        }
    }

    private static void truncate(Path path, FileChannel part) {
        try {
            part.truncate(0);
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        }
    }
}
