/**
 * The textbook examples as values. Each lesson runs a small network on the model core. It returns the steps of its
 * computation with their numbers, the computed and expected values, and figures as data.
 *
 * <p>It prints and draws nothing, and has no own forward pass, backward pass or optimizer. The texts of its keys are in this
 * package's resource bundles, one for each lesson, in English and Chinese.
 *
 * <p>Imports {@code nn.train}, {@code nn.model} and {@code nn.data}. Third-party: none.
 */
package nn.lesson;
