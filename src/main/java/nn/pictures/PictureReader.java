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

/**
 * Reads pictures by their names.
 *
 * @param stdin       the picture that is named -
 * @param longestSide what pictures are shrunk to, in pixels
 */
public record PictureReader(InputStream stdin, int longestSide) {

    /** @throws NnException BAD_INPUT if the name gives no picture, or the picture cannot be read */
    public Picture read(PictureFiles.Item item) {
        if (item.refusal().isPresent()) {
            throw item.refusal().get();
        }
        String file = item.name();
        if (item.source().isPresent()) {
            return read(file, item.source().get());
        }
        try {
            return item.isStdin()
                    ? ImageFile.read(stdin, longestSide, "standard input")
                    : ImageFile.read(Path.of(file), longestSide);
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

    private Picture read(String name, PictureFiles.Source source) {
        try (InputStream in = source.open()) {
            return ImageFile.read(in, longestSide, name, name);
        } catch (IOException e) {
            throw new NnException(
                    Kind.BAD_INPUT,
                    name + ": cannot be read (" + UntrustedText.reason(e) + "); check the file system",
                    e);
        }
    }
}
