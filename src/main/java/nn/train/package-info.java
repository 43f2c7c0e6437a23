/**
 * The training loop: {@link nn.train.Trainer}, the step as it is specified ({@link nn.train.PlainStep}), optimizers, schedules
 * and presets. The same step on all cores is in {@code nn.train.fast}.
 *
 * <p>It knows neither files nor text: what happens is told to a {@link nn.train.TrainingListener}. Everything that changes
 * while training is in {@link nn.train.TrainingState}. Imports {@code nn.eval}, {@code nn.model} and {@code nn.data}.
 * Third-party: none.
 */
package nn.train;
