/**
 * A trained model and a run on disk. The file format is safetensors, checked to the last byte when read; every file is written
 * atomically, so that a crash, a full disk or a second process never costs what was there before.
 *
 * <p>The classes that touch files know no model: {@link nn.safetensors.SafeTensors} maps names to tensors,
 * {@link nn.files.AtomicFile} replaces a file, {@link nn.checkpoint.RunDirectory}, {@link nn.checkpoint.RunLock} and
 * {@link nn.checkpoint.LatestRun} are the directory of a run, {@link nn.json.Json} its configuration and report. They
 * load no ND4J class, so that a bad file is refused before the native library starts and within a small heap.
 *
 * <p>Imports {@code nn.train}, {@code nn.eval} and {@code nn.model}. Third-party: none.
 */
package nn.checkpoint;
