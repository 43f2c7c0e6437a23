/**
 * What people and scripts see of results: text, JSON and pictures, and the progress of a training.
 *
 * <p>Renders values of the rooms below and computes nothing itself. Numbers are formatted in the root locale, so that the same
 * result gives the same bytes everywhere. Imports {@code nn.pictures}, {@code nn.lesson}, {@code nn.bench}, {@code nn.checkpoint}, {@code nn.detect}, {@code nn.train},
 * {@code nn.eval}, {@code nn.model} and {@code nn.image}. Third-party: none.
 */
package nn.report;
