/**
 * The training step on several cores. It computes the same as {@link nn.train.PlainTrainingStep}. Start reading at {@link
 * nn.train.fast.FastStep#train}.
 *
 * <p>There are always four parts ({@link nn.train.fast.Parts}), and sums are added in the order of the parts, so the weights do not depend
 * on the number of threads.
 */
package nn.train.fast;
