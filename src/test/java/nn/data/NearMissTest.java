package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearMissTest {

    @TempDir
    private Path directory;

    private void file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private String advice() {
        return NearMiss.advice(directory).orElseThrow();
    }

    @Test
    void filesInADirectoryBelowArePointedAt() throws IOException {
        file("MNIST/raw/train-images-idx3-ubyte");
        assertEquals("name its directory " + directory.resolve("MNIST/raw"), advice());
        file("gzip/train-images.idx3-ubyte.gz");
        assertEquals("name its directory " + directory.resolve("gzip"), advice());
    }

    @Test
    void otherNamesAreToBeChanged() throws IOException {
        file("test-images-idx3-ubyte");
        assertEquals("rename test-images-idx3-ubyte to t10k-images-idx3-ubyte, and the others like it", advice());
        file("TRAIN-LABELS-IDX1-UBYTE.GZ");
        assertEquals(
                "rename TRAIN-LABELS-IDX1-UBYTE.GZ to train-labels-idx1-ubyte.gz, and the others like it", advice());
    }

    @Test
    void archivesAreToBeUnpacked() throws IOException {
        file("archive.zip");
        assertEquals("unpack archive.zip, and name the directory with the files", advice());
        assertEquals(
                "unpack it, and name the directory with the files",
                NearMiss.advice(directory.resolve("archive.zip")).orElseThrow());
    }

    @Test
    void aFileOfTheDataPointsAtItsDirectory() throws IOException {
        file("train-images-idx3-ubyte.gz");
        assertEquals(
                "name its directory " + directory,
                NearMiss.advice(directory.resolve("train-images-idx3-ubyte.gz")).orElseThrow());
    }

    @Test
    void otherFilesGiveNoAdvice() throws IOException {
        file("a/b/c/train-images-idx3-ubyte");
        file("notes.txt");
        assertEquals(Optional.empty(), NearMiss.advice(directory));
        assertEquals(Optional.empty(), NearMiss.advice(directory.resolve("missing")));
    }
}
