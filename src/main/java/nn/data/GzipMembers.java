package nn.data;

import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Unpacks the members of a gzip file. Unlike its superclass, it tells where the last member ends, so that bytes after it can
 * be reported.
 */
final class GzipMembers extends GZIPInputStream {

    private final BoundedInputStream file;
    /** The position in the file after the inflater's last input. The inflater's remaining bytes end there. */
    private long fed;

    /** @param file counts the bytes read from the start of the file */
    GzipMembers(BoundedInputStream file, int bufferBytes) throws IOException {
        super(file, bufferBytes);
        this.file = file;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        fed = file.getCount();
    }

    /** The end of the last member, in bytes from the start of the file. Valid after all members are read. */
    long end() {
        return fed - inf.getRemaining() + IdxFile.Trailer.LENGTH;
    }
}
