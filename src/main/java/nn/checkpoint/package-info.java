/**
 * A trained model and a run on disk: {@link nn.checkpoint.Checkpoint} is a model's file, {@link nn.checkpoint.RunState} the state that a
 * run goes on from, {@link nn.checkpoint.RunDirectory}, {@link nn.checkpoint.RunLock} and {@link nn.checkpoint.LatestRun} are the
 * directory of a run.
 *
 * <p>Files are checked before ND4J is loaded, so that a bad one is refused at once and within a small heap. Imports {@code nn.detect},
 * {@code nn.train}, {@code nn.eval}, {@code nn.model}, {@code nn.data} and the small rooms. Third-party: Jackson core, to look into a model's header.
 */
package nn.checkpoint;
