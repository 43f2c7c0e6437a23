/**
 * The training step on all cores: what {@link nn.train.PlainTrainingStep} computes, in parts that threads take as they become free.
 *
 * <p>The network is divided by its inputs: a {@link nn.train.fast.NetworkPart} owns some rows of each weight matrix, and the rows of
 * their gradient and optimizer state. There are always four parts ({@link nn.train.fast.Parts}), and sums
 * are added in the order of the parts, so the weights do not depend on the number of threads. Inputs of the coming mini-batches are
 * made while threads would wait ({@link nn.train.fast.Prefetcher}).
 */
package nn.train.fast;
