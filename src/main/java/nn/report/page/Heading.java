package nn.report.page;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a page is about, besides the results.
 *
 * @param title of the page
 * @param trainedOn the name of the training data, if it is known
 * @param split what was measured, such as {@code test}
 * @param program that trained the model
 * @param command how to repeat it
 * @param config the configuration, shown as JSON
 * @param note a further sentence on the result; may be empty
 */
record Heading(
        String title,
        Optional<String> trainedOn,
        String split,
        String program,
        String command,
        Object config,
        String note) {

    /** The last part of a directory's path: the whole path means nothing to others. */
    static String name(Path directory) {
        Path name = directory.getFileName();
        return name == null ? directory.toString() : name.toString();
    }
}
