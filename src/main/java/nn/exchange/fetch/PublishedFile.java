package nn.exchange.fetch;

/**
 * A file as its makers published it.
 *
 * @param name     in the address, and on the disk
 * @param checksum of the file as it is fetched
 */
public record PublishedFile(String name, Checksum checksum) {

    static PublishedFile of(String name, String md5) {
        return new PublishedFile(name, Checksum.md5(md5));
    }
}
