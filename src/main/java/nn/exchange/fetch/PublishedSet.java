package nn.exchange.fetch;

import java.util.List;
import java.util.Optional;
import nn.data.ClassNames;

/**
 * A data set that can be fetched.
 *
 * @param name      what the user calls it
 * @param title     what it holds, in a few words
 * @param source    the directory of its files among the downloads; sets that come from the same file share it
 * @param mirrors   the addresses that have the files, each with a slash at its end, the best first
 * @param files     all its files
 * @param unpacking makes IDX files of them
 * @param classes   the names of its classes; empty if they are those of MNIST
 * @param digits    whether the images are digits
 */
public record PublishedSet(
        String name,
        String title,
        String source,
        List<String> mirrors,
        List<PublishedFile> files,
        Unpacking unpacking,
        Optional<ClassNames> classes,
        boolean digits) {

    public PublishedSet {
        mirrors = List.copyOf(mirrors);
        files = List.copyOf(files);
    }

    /** The same set from another address. */
    public PublishedSet from(String mirror) {
        String base = mirror.endsWith("/") ? mirror : mirror + "/";
        return new PublishedSet(name, title, source, List.of(base), files, unpacking, classes, digits);
    }

    /** Whether its files are also those of other sets, so that they are kept. */
    boolean sharesFiles() {
        return !source.equals(name);
    }
}
