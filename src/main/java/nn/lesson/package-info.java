/**
 * The textbook examples as values: each lesson runs a small system on the model core and gives the steps of its computation
 * with their numbers, what was computed beside what was expected, and figures as data.
 *
 * <p>It prints and draws nothing, and has no forward pass, backward pass or optimizer of its own. The words that belong to its
 * keys lie in this package's resource bundles, one for each lesson, in English and Chinese.
 *
 * <p>Imports {@code nn.train}, {@code nn.model} and {@code nn.data}. Third-party: none.
 */
package nn.lesson;
