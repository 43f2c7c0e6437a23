package nn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A small model, and test images of MNIST that are saved as pictures. */
abstract class PicturesAndModel {

    static final int PICTURES = 12;

    @TempDir
    static Path base;

    static Path model;
    static Path directory;

    @TempDir
    Path scratch;

    @BeforeAll
    static void trainAndWritePictures() throws IOException {
        Trainings.train(base.resolve("run"), "--hidden", 32, "--epochs", 6, "--learning-rate", 0.005, "--no-test")
                .printed();
        model = base.resolve("run/model.safetensors");
        directory = Files.createDirectory(base.resolve("pictures"));
        for (int example = 0; example < PICTURES; example++) {
            Files.write(picture(example), SmallMnist.testPng(example));
        }
        Files.writeString(directory.resolve("notes.txt"), "not a picture");
        Files.createDirectory(directory.resolve("below.png"));
    }

    static Path picture(int example) {
        return directory.resolve("p%02d.png".formatted(example));
    }

    static Cli.Result predict(Object... words) {
        return Cli.run(command(words));
    }

    static Object[] command(Object... words) {
        List<Object> all = new ArrayList<>(List.of("predict", "--model", model));
        all.addAll(List.of(words));
        return all.toArray();
    }

    /** Which pictures were answered. */
    static List<String> names(String out) {
        return out.lines()
                .map(line -> line.replaceFirst("^[0-9] +[0-9.]+ %  ", ""))
                .toList();
    }
}
