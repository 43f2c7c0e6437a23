package nn.exchange.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes IDX files of MNIST's names from published files. */
@FunctionalInterface
public interface Unpacking {

    /**
     * @param downloads has the published files
     * @param directory gets the IDX files
     */
    void unpack(Path downloads, Path directory) throws IOException;

    /**
     * Copies IDX files whose names differ from MNIST's only by a word in front, and {@code test} for {@code t10k}.
     *
     * @param prefix the word, such as {@code qmnist-}, or nothing
     */
    static Unpacking copying(String prefix) {
        return (downloads, directory) -> {
            try (var files = Files.newDirectoryStream(downloads, prefix + "{train,test,t10k}-*.gz")) {
                for (Path file : files) {
                    String name = file.getFileName().toString().substring(prefix.length());
                    Files.copy(file, directory.resolve(name.replaceFirst("^test-", "t10k-")));
                }
            }
        };
    }
}
