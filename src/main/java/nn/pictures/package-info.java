/**
 * Pictures on disk and the answers to them: files, directories and lists on one side, a prediction or a refusal for each on the other.
 *
 * <p>It decodes and prepares nothing itself. Imports {@code nn.eval}, {@code nn.image}, {@code nn.model} and {@code nn.data}.
 * Third-party: none.
 */
package nn.pictures;
