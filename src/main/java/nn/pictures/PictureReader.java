package nn.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.image.Picture;
import nn.image.decode.ImageFile;

/** Reads pictures by their names. */
record PictureReader(InputStream stdin) {

    /** @throws NnException BAD_INPUT if the name gives no picture, or the picture cannot be read */
    Picture read(PictureFiles.Item item) {
        if (item.refusal().isPresent()) {
            throw item.refusal().get();
        }
        String file = item.name();
        if (item.source().isPresent()) {
            return read(file, item.source().get());
        }
        try {
            return item.isStdin() ? ImageFile.read(stdin, "standard input") : ImageFile.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw new NnException(
                    Kind.BAD_INPUT,
                    file + ": is not a file name in this locale; set LC_ALL=C.UTF-8, or check the name",
                    e);
        } catch (IOException e) {
            throw new NnException(
                    Kind.BAD_INPUT, "standard input: cannot be read (" + e.getMessage() + "); give a file instead", e);
        }
    }

    private static Picture read(String name, PictureFiles.Source source) {
        try (InputStream in = source.open()) {
            return ImageFile.read(in, name, name);
        } catch (IOException e) {
            throw new NnException(
                    Kind.BAD_INPUT,
                    name + ": cannot be read (" + UntrustedText.reason(e) + "); check the file system",
                    e);
        }
    }
}
