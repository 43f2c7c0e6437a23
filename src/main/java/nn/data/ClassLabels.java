package nn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nn.NnException;

/**
 * The labels of one file. The classes are what the labels say, so letters may be 1 to 26, and unknown may be 255.
 *
 * @param file   the file with the labels
 * @param content what was found in the file after its header
 * @param values {@code [examples]}, each the index of a class
 * @param labels {@code [classes]}, the label of each class, ascending: each that occurs, and the digits up to the largest one
 * @param classNames the names of the classes
 */
record ClassLabels(IdxFile file, IdxFile.Content content, int[] values, int[] labels, List<String> classNames) {

    /** Labels up to 9 are digits. A small collection may lack one. */
    private static final int MAX_DIGIT = 9;

    private static final int MAX_LABEL = 65_535;

    /** A class above 9 that has less than this share of the mean class's examples is worth a warning. */
    private static final double RARE_SHARE_OF_MEAN = 0.1;

    /**
     * Reads a label file to its end. If an example has several numbers, they are one-hot, or the first is the class (QMNIST).
     *
     * @throws NnException BAD_INPUT if the file is damaged, or an example has several bytes that are not one-hot
     */
    static ClassLabels read(IdxFile file) {
        FirstNumbers numbers = new FirstNumbers(file.header());
        IdxFile.Content content = file.read(numbers);
        if (file.header().entryBytes() > 1 && file.header().type().bytes() == 1 && !numbers.oneHot) {
            throw NnException.of(
                    NnException.Kind.BAD_INPUT,
                    file.path(),
                    "has several bytes for each image that are not one 1 and else zeros",
                    "give one byte, the class");
        }
        int[] values = numbers.classes();
        int[] labels = labelsOfClasses(counted(file, values));
        List<String> names = Arrays.stream(labels).mapToObj(String::valueOf).toList();
        return new ClassLabels(file, content, indexed(values, labels), labels, names);
    }

    /** Replaces each label in place by the index of its class. */
    private static int[] indexed(int[] values, int[] labels) {
        if (labels[labels.length - 1] >= labels.length) {
            Arrays.setAll(values, i -> Arrays.binarySearch(labels, values[i]));
        }
        return values;
    }

    /** The number of classes. */
    int classes() {
        return labels.length;
    }

    /** Takes the first number of each entry, big-endian, and the column of its 1. Makes no calls, because it runs before the JIT compiles it. */
    private static final class FirstNumbers implements IdxFile.Sink {

        private final int[] values;
        /** The column of the last 1 of each entry, of at most 64 columns. */
        private final byte[] columnsOfOne;

        private final int valueBytes;
        private final int entryBytes;
        /** Left, and back to the right, this extends the sign. */
        private final int unused;

        private int index;
        private int place;
        private int number;
        private int rest;
        private int ones;
        private int lastOne;
        private boolean oneHot = true;

        FirstNumbers(IdxHeader header) {
            values = new int[header.count()];
            columnsOfOne = new byte[header.count()];
            valueBytes = header.type().bytes();
            unused = header.type() == IdxType.UNSIGNED_BYTE ? 0 : Integer.SIZE - Byte.SIZE * valueBytes;
            entryBytes = header.entryBytes();
        }

        /** The classes: the columns of the ones if each entry has one 1 and else zeros, or else the first numbers. */
        int[] classes() {
            if (oneHot && entryBytes > valueBytes) {
                Arrays.setAll(values, i -> columnsOfOne[i]);
            }
            return values;
        }

        @Override
        public void accept(byte[] chunk, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (place < valueBytes) {
                    number = number << Byte.SIZE | chunk[i] & 0xff;
                }
                rest = rest << Byte.SIZE | chunk[i] & 0xff;
                if (++place % valueBytes == 0) {
                    if (rest == 1) {
                        ones++;
                        lastOne = place / valueBytes - 1;
                    }
                    oneHot &= rest == 0 || rest == 1;
                    rest = 0;
                }
                if (place == entryBytes) {
                    oneHot &= ones == 1;
                    columnsOfOne[index] = (byte) lastOne;
                    values[index++] = number << unused >> unused;
                    number = 0;
                    place = 0;
                    ones = 0;
                }
            }
        }
    }

    /** The number of examples of each label. */
    private static int[] counted(IdxFile file, int[] values) {
        int[] count = new int[MAX_LABEL + 1];
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] > MAX_LABEL) {
                throw bad(file, values[i], i, "labels go from 0 to " + MAX_LABEL, "convert the labels");
            }
            count[values[i]]++;
        }
        return count;
    }

    /** Each label that occurs; of digits alone, those from 0 to the largest, but all ten if there is only one. */
    private static int[] labelsOfClasses(int[] count) {
        int[] occurring = IntStream.range(0, count.length)
                .filter(label -> count[label] > 0)
                .toArray();
        int max = occurring[occurring.length - 1];
        if (max > MAX_DIGIT) {
            return occurring;
        }
        return IntStream.rangeClosed(0, occurring.length == 1 ? MAX_DIGIT : max).toArray();
    }

    /**
     * What may be a mistake in training labels: classes without an example, and stray labels.
     *
     * @param gaps whether labels between those of the classes are missed
     */
    List<String> oddities(boolean gaps) {
        int[] count = new int[labels.length];
        for (int value : values) {
            count[value]++;
        }
        List<String> odd = new ArrayList<>();
        for (int k = 0; k < labels.length; k++) {
            int next = k + 1 < labels.length ? labels[k + 1] : labels[k] + 1;
            if (count[k] == 0) {
                odd.add("no example has the label " + labels[k]);
            } else if (labels[k] > MAX_DIGIT && count[k] < RARE_SHARE_OF_MEAN * values.length / labels.length) {
                odd.add("only " + count[k] + " of " + values.length + " examples have the label " + labels[k]);
            }
            if (gaps && next > labels[k] + 1) {
                odd.add("no example has " + (next == labels[k] + 2 ? "the label " : "a label from ") + (labels[k] + 1)
                        + (next == labels[k] + 2 ? "" : " to " + (next - 1)));
            }
        }
        return odd;
    }

    /**
     * The same examples in the classes of the training labels.
     *
     * @throws NnException if the training labels lack a label
     */
    ClassLabels inClassesOf(ClassLabels train) {
        return in(
                train.labels,
                train.classNames,
                "but no training image has this label",
                "get files that belong together");
    }

    /**
     * The same examples in the classes with these names.
     *
     * @throws NnException if an example's label has no name
     */
    ClassLabels in(ClassNames names) {
        return in(
                names.labels(),
                names.names(),
                "but " + ClassNames.FILE + " does not name this label",
                "add it there, or remove that file");
    }

    private ClassLabels in(int[] itsLabels, List<String> names, String ifMissing, String whatToDo) {
        int[] indexes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            indexes[i] = Arrays.binarySearch(itsLabels, labels[values[i]]);
            if (indexes[i] < 0) {
                throw bad(file, labels[values[i]], i, ifMissing, whatToDo);
            }
        }
        return new ClassLabels(file, content, indexes, itsLabels, names);
    }

    private static NnException bad(IdxFile file, int label, int index, String why, String whatToDo) {
        return NnException.of(
                NnException.Kind.BAD_INPUT,
                file.path(),
                "label " + label + " at index " + index + ", " + why,
                whatToDo);
    }
}
