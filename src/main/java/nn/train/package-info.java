/**
 * The training loop ({@link nn.train.Trainer}), the specification of a step ({@link nn.train.PlainStep}), optimizers, schedules and
 * presets. {@code nn.train.fast} has the same step on all cores.
 *
 * <p>The package knows neither files nor text: it tells a {@link nn.train.TrainingListener} what happens. Everything that changes while
 * training is in a {@link nn.train.TrainingState}. Imports {@code nn.eval}, {@code nn.model} and {@code nn.data}.
 * Third-party: none.
 */
package nn.train;
