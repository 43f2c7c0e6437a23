package nn.exchange.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.exchange.PixelRange;
import nn.exchange.npy.NpyStream;
import nn.exchange.npy.NpzFile;

/** A split in an NPZ file: {@code x_train} and {@code y_train} as in Keras' {@code mnist.npz}, or {@code train_images} and {@code train_labels}. */
public final class NpzImages implements LabeledImages {

    private static final int MOST_LABELS = 10_000_000;
    private static final int MOST_PIXELS = 1 << 20;

    private final Path file;
    private final String images;
    private final PixelRange range;
    private final List<String> labels;
    private final ImageShape shape;

    private NpzImages(NpzFile arrays, Path file, String images, String labelsName, int rows, PixelRange range) {
        this.file = file;
        this.images = images;
        this.range = range;
        try (NpyStream pixels = arrays.open(images);
                NpyStream numbers = arrays.open(labelsName)) {
            labels = labels(numbers);
            shape = shape(pixels, rows);
            if (pixels.header().shape().get(0) != labels.size()) {
                throw pixels.bad("has " + pixels.header().shape().get(0) + " images for " + labels.size() + " labels");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A split of a file.
     *
     * @param split {@code train} or {@code test}
     * @param rows the images' height, if their pixels stand in one row; 0 for squares
     * @return empty if the file has no such split
     * @throws NnException BAD_INPUT if its arrays cannot be used
     */
    public static Optional<NpzImages> in(Path file, String split, int rows, PixelRange range) {
        try (NpzFile arrays = NpzFile.open(file, Kind.BAD_INPUT)) {
            List<String> names = arrays.names();
            for (String[] pair :
                    new String[][] {{"x_" + split, "y_" + split}, {split + "_images", split + "_labels"}}) {
                if (names.contains(pair[0])) {
                    return Optional.of(new NpzImages(arrays, file, pair[0], pair[1], rows, range));
                }
            }
            if (split.equals("train")) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        file,
                        "has no x_train and y_train; it has " + UntrustedText.escaped(String.join(", ", names)),
                        "save the arrays under these names");
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> labels(NpyStream numbers) {
        List<Integer> sizes = numbers.header().shape();
        if (sizes.isEmpty() || sizes.size() > 2 || sizes.size() == 2 && sizes.get(1) != 1) {
            throw numbers.bad("has the shape " + sizes + "; labels are one number for each image");
        }
        if (sizes.get(0) > MOST_LABELS) {
            throw numbers.bad("has " + sizes.get(0) + " labels; the most is " + MOST_LABELS);
        }
        String[] texts = new String[ClassNumbers.MOST];
        List<String> all = new ArrayList<>();
        for (int i = 0; i < sizes.get(0); i++) {
            double label = numbers.next();
            if (!(label >= 0 && label < texts.length) || label != Math.rint(label)) {
                throw numbers.bad("has the label " + label + " at index " + i + "; labels are whole, from 0 to 255");
            }
            int number = (int) label;
            if (texts[number] == null) {
                texts[number] = String.valueOf(number);
            }
            all.add(texts[number]);
        }
        return all;
    }

    private static ImageShape shape(NpyStream pixels, int rows) {
        List<Integer> sizes = pixels.header().shape();
        if (pixels.header().fortran()) {
            throw pixels.bad("is in Fortran order, pixel by pixel instead of image by image (numpy.ascontiguousarray)");
        }
        boolean gray = sizes.size() == 2 || sizes.size() == 3 || sizes.size() == 4 && sizes.get(3) == 1;
        if (!gray || pixels.header().count() / Math.max(1, sizes.get(0)) > MOST_PIXELS) {
            throw pixels.bad("has the shape " + sizes + ", which is not that of gray images");
        }
        if (sizes.contains(0)) {
            throw pixels.bad("is empty");
        }
        try {
            return sizes.size() == 2 ? ImageShape.of(sizes.get(1), rows) : new ImageShape(sizes.get(1), sizes.get(2));
        } catch (IllegalArgumentException e) {
            throw pixels.bad("cannot be used: " + e.getMessage());
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public List<LeftOut> forEach(Sink sink) {
        byte[] image = new byte[shape.rows() * shape.columns()];
        try (NpzFile arrays = NpzFile.open(file, Kind.BAD_INPUT);
                NpyStream pixels = arrays.open(images)) {
            for (int example = 0; example < labels.size(); example++) {
                for (int i = 0; i < image.length; i++) {
                    try {
                        image[i] = range.gray(pixels.next());
                    } catch (IllegalArgumentException e) {
                        throw pixels.bad("cannot be used: in image " + example + ", " + e.getMessage());
                    }
                }
                sink.accept(example, image);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of();
    }
}
