/**
 * Images with labels: IDX files, data sets, the order of mini-batches, random numbers, random deformation of images.
 *
 * <p>Everything here is bytes, seeds and geometry; it knows neither networks nor text output. Headers of files are checked
 * before memory is asked for and before any ND4J class is loaded, so a bad file fails fast and in a small heap.
 *
 * <p>Imports nothing of ours but the root package. Libraries: ND4J and JavaCPP, which own the memory of the pixels;
 * Commons IO, whose bounded and digesting streams read the files.
 */
package nn.data;
