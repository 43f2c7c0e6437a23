package nn.data;

import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** The unpacked members of a gzip file. Unlike its base it tells what lies behind the last one, which that passes over in silence. */
final class GzipMembers extends GZIPInputStream {

    private final BoundedInputStream file;
    /** How far the file was read when the inflater last got input; what the inflater has left ends there. */
    private long fed;

    /** @param file counts what is read from the begin of the file on */
    GzipMembers(BoundedInputStream file, int bufferBytes) throws IOException {
        super(file, bufferBytes);
        this.file = file;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        fed = file.getCount();
    }

    /** Where the last member ended, once all of them were read: bytes from the begin of the file. */
    long end() {
        return fed - inf.getRemaining() + IdxFile.Trailer.LENGTH;
    }
}
