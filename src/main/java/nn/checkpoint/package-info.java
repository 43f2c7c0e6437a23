/**
 * Models and runs on disk: {@link nn.checkpoint.Checkpoint} is the file of a model, and {@link nn.checkpoint.RunState} the
 * state of a run that can be resumed. {@link nn.checkpoint.RunDirectory}, {@link nn.checkpoint.RunLock} and
 * {@link nn.checkpoint.LatestRun} manage the directory of a run.
 *
 * <p>Files are checked before ND4J is loaded, so that a bad file is refused at once and with little memory. Imports
 * {@code nn.detect}, {@code nn.train}, {@code nn.eval}, {@code nn.model}, {@code nn.data} and the small rooms. Third-party: Jackson core, for
 * {@link nn.checkpoint.RecordedTraining}.
 */
package nn.checkpoint;
