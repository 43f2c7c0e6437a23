/**
 * Images with labels: IDX files, data sets, the order of mini-batches, random numbers, random deformation of images.
 *
 * <p>It knows neither networks nor text output. Headers of files are checked before memory is allocated and before any ND4J
 * class is loaded, so a bad file fails fast and with little memory.
 *
 * <p>Imports only the small rooms. Third-party: ND4J and JavaCPP, which own the memory of the pixels;
 * Commons IO, whose bounded and digesting streams read the files.
 */
package nn.data;
