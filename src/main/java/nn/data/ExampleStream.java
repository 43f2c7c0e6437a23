package nn.data;

import java.util.List;

/** The examples of a split, one after another, read from the files as they are needed. Only the labels are kept in memory. */
public final class ExampleStream {

    /** Takes an example. */
    @FunctionalInterface
    public interface Sink {

        /**
         * @param pixels {@code [rows * columns]}, 0 paper to 255 ink; overwritten by the next example
         * @param label  the index of its class
         */
        void accept(byte[] pixels, int label);
    }

    private final IdxFile images;
    private final ClassLabels labels;

    ExampleStream(IdxFile images, ClassLabels labels) {
        this.images = images;
        this.labels = labels;
    }

    /** The number of examples. */
    public int size() {
        return images.header().count();
    }

    /** Image height in pixels. */
    public int rows() {
        return images.header().rows();
    }

    /** Image width in pixels. */
    public int columns() {
        return images.header().columns();
    }

    /** The names of the classes. */
    public List<String> classNames() {
        return labels.classNames();
    }

    /** The index of an example's class. */
    public int label(int example) {
        return labels.values()[example];
    }

    /** The label that the file has for a class. */
    public int fileLabel(int classIndex) {
        return labels.labels()[classIndex];
    }

    /**
     * Reads the images from the first to the last.
     *
     * @throws nn.NnException BAD_INPUT if the file is damaged
     */
    public void forEach(Sink sink) {
        images.read(GrayLevels.into(images, new WholeImages(sink)));
    }

    /** Puts images together that are cut by the ends of chunks. */
    private final class WholeImages implements IdxFile.Sink {

        private final Sink sink;
        private final byte[] image = new byte[images.header().pixels()];
        private int filled;
        private int example;

        WholeImages(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(byte[] chunk, int from, int length) {
            int at = from;
            while (at < from + length) {
                int part = Math.min(image.length - filled, from + length - at);
                System.arraycopy(chunk, at, image, filled, part);
                at += part;
                filled += part;
                if (filled == image.length) {
                    sink.accept(image, label(example++));
                    filled = 0;
                }
            }
        }
    }
}
