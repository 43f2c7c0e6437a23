/**
 * Renders results for people and scripts: text, JSON and pictures, and the progress of a training.
 *
 * <p>Computes nothing itself: it renders values of the rooms below. Numbers are formatted in the root locale, so that the
 * same result gives the same bytes everywhere. Imports {@code nn.pictures}, {@code nn.lesson}, {@code nn.bench},
 * {@code nn.checkpoint}, {@code nn.detect}, {@code nn.train}, {@code nn.eval}, {@code nn.model} and {@code nn.image}. Third-party: none
 * here; see {@code nn.report.page}.
 */
package nn.report;
