package nn.read;

import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import nn.NnException;
import nn.image.Picture;
import nn.image.decode.ImageFile;
import nn.pictures.PictureFiles;
import nn.pictures.PictureReader;

/** Reads the numbers in picture files, one after the other. */
public final class PictureNumbers {

    private final Networks networks;
    private final ReadOptions options;
    private final PictureReader reader;

    public PictureNumbers(Networks networks, ReadOptions options, InputStream stdin) {
        this.networks = networks;
        this.options = options;
        reader = new PictureReader(stdin, ImageFile.PAGE_SIDE);
    }

    /**
     * Reads every file. A file that cannot be read gets a reading with an error.
     *
     * @param threads  that read a page together, at least 1
     * @param receiver gets each reading, and returns whether it wants more
     * @throws NnException BAD_CHECKPOINT if the model could not be loaded
     */
    public void read(List<PictureFiles.Item> files, int threads, Predicate<Reading> receiver) {
        try (PageReader pages = new PageReader(networks, options, threads)) {
            for (PictureFiles.Item file : files) {
                if (!receiver.test(read(file, pages))) {
                    return;
                }
            }
        }
    }

    private Reading read(PictureFiles.Item file, PageReader pages) {
        Picture picture;
        try {
            picture = reader.read(file);
        } catch (NnException e) {
            return Reading.failed(file.name(), e.getMessage());
        }
        try {
            return Reading.of(file.name(), picture, pages.read(picture));
        } catch (IllegalArgumentException e) {
            return Reading.failed(file.name(), file.name() + ": " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return Reading.failed(file.name(), file.name() + ": needs more memory than there is; save it smaller");
        }
    }
}
