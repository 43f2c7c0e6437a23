/**
 * Turns pictures in directories, CSV tables and NPZ files into data directories with IDX files, and back.
 *
 * <p>Examples are read and written one after another, so the size of a set does not matter. A result appears all at once. A directory
 * with files in it is left alone.
 *
 * <p>Imports {@code pictures}, {@code image}, {@code data} and the small rooms. Third-party: FastCSV.
 */
package nn.exchange.convert;
