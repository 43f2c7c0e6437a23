/**
 * What people and scripts see of results: text, JSON and pictures, and the progress of a training.
 *
 * <p>Renders values of the rooms below and computes nothing itself. Numbers are formatted in the root locale, so that the same
 * result gives the same bytes everywhere. Imports all rooms but {@code nn.cli}. Third-party: none.
 */
package nn.report;
