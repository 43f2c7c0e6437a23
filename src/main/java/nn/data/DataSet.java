package nn.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images of one size with their labels. Immutable and thread-safe. It may be a view of a larger data set, with shared memory.
 */
public final class DataSet {

    private final Pixels pixels;
    private final int rows;
    private final int columns;
    private final int[] labels;
    private final List<String> classNames;
    private final int from;
    private final int size;

    /**
     * A data set in memory. The array must not be changed afterwards.
     *
     * @param pixels  UINT8 {@code [examples, rows, columns]}, 0 paper to 255 ink; copied if it is a view or not in C order
     * @param labels  {@code [examples]}, each in {@code 0..classes-1}
     * @param classes number of classes, at least 1
     * @throws IllegalArgumentException if they do not fit each other
     */
    public DataSet(INDArray pixels, int[] labels, int classes) {
        this(
                Pixels.InArray.of(pixels),
                (int) pixels.size(1),
                (int) pixels.size(2),
                labels.clone(),
                numbered(classes),
                0,
                labels.length);
        if (pixels.size(0) != labels.length) {
            throw new IllegalArgumentException(pixels.size(0) + " images but " + labels.length + " labels");
        }
        for (int label : labels) {
            Objects.checkIndex(label, classes);
        }
    }

    /**
     * A data set of images that were made. The arrays must not be changed afterwards.
     *
     * @param pixels  {@code [examples * rows * columns]}, 0 paper to 255 ink
     * @param labels  {@code [examples]}, each in {@code 0..classes-1}
     * @throws IllegalArgumentException if these do not fit each other
     */
    public static DataSet of(byte[] pixels, int rows, int columns, int[] labels, int classes) {
        if (pixels.length != (long) rows * columns * labels.length) {
            throw new IllegalArgumentException(pixels.length + " pixels are not " + labels.length + " images");
        }
        for (int label : labels) {
            Objects.checkIndex(label, classes);
        }
        return new DataSet(
                new Pixels.InHeap(pixels, rows * columns), rows, columns, labels, numbered(classes), 0, labels.length);
    }

    DataSet(Pixels pixels, int rows, int columns, int[] labels, List<String> classNames, int from, int size) {
        this.pixels = pixels;
        this.rows = rows;
        this.columns = columns;
        this.labels = labels;
        this.classNames = List.copyOf(classNames);
        this.from = from;
        this.size = size;
    }

    /** Number of examples. */
    public int size() {
        return size;
    }

    /** Image height in pixels. */
    public int rows() {
        return rows;
    }

    /** Image width in pixels. */
    public int columns() {
        return columns;
    }

    public int pixelsPerImage() {
        return rows * columns;
    }

    /** Number of classes. Labels are {@code 0..classes-1}; some may not occur. */
    public int classes() {
        return classNames.size();
    }

    /** The names of the classes: what their labels are in the file. */
    public List<String> classNames() {
        return classNames;
    }

    /** The same examples in a model's classes; empty if the model lacks the class of an example. */
    public Optional<DataSet> inClasses(List<String> names) {
        if (names.equals(classNames)) {
            return Optional.of(this);
        }
        int[] indexes = classNames.stream().mapToInt(names::indexOf).toArray();
        int[] newLabels = IntStream.of(labels).map(label -> indexes[label]).toArray();
        return IntStream.range(from, from + size).anyMatch(i -> newLabels[i] < 0)
                ? Optional.empty()
                : Optional.of(new DataSet(pixels, rows, columns, newLabels, names, from, size));
    }

    /** The same images in MNIST's form, as a view that shares the pixels. */
    public DataSet converted(ImageForm form) {
        return form.equals(ImageForm.MNIST)
                ? this
                : new DataSet(
                        new Pixels.Converted(pixels, form, rows, columns),
                        form.transposed() ? columns : rows,
                        form.transposed() ? rows : columns,
                        labels,
                        classNames,
                        from,
                        size);
    }

    private static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    }

    public int label(int example) {
        return labels[from + Objects.checkIndex(example, size)];
    }

    /**
     * Copies one image, row after row, 0 paper to 255 ink. Allocates nothing.
     *
     * @param into {@code [rows * columns]}, overwritten
     */
    public void readPixels(int example, byte[] into) {
        if (into.length != rows * columns) {
            throw new IllegalArgumentException("an image has " + rows * columns + " pixels, not " + into.length);
        }
        readPixels(example, 0, into.length, into, 0);
    }

    /**
     * Copies {@code count} pixels of one image, starting at pixel {@code first}, to {@code into}, starting at {@code at}.
     * Allocates nothing.
     */
    public void readPixels(int example, int first, int count, byte[] into, int at) {
        Objects.checkFromIndexSize(first, count, rows * columns);
        pixels.read(from + Objects.checkIndex(example, size), first, count, into, at);
    }

    /** The examples {@code from} to {@code to - 1} as a view that shares pixels and labels. */
    public DataSet range(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new DataSet(pixels, rows, columns, labels, classNames, this.from + from, to - from);
    }

    /**
     * These examples, in this order, as a view that shares the pixels.
     *
     * @param examples {@code [selected]}, each in {@code 0..size-1}
     */
    public DataSet select(int[] examples) {
        int[] positions = new int[examples.length];
        int[] itsLabels = new int[examples.length];
        for (int i = 0; i < examples.length; i++) {
            positions[i] = from + Objects.checkIndex(examples[i], size);
            itsLabels[i] = labels[positions[i]];
        }
        return new DataSet(
                new Pixels.Selected(pixels, positions), rows, columns, itsLabels, classNames, 0, examples.length);
    }
}
