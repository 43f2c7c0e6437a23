/**
 * Fetches published data sets: from mirrors, resumed after a cut, checked against the published checksums, and turned into IDX files of
 * MNIST's names with the names of the classes.
 *
 * <p>Imports {@code data} and the small rooms. Third-party: Commons Compress, which unpacks bzip2.
 */
package nn.exchange.fetch;
