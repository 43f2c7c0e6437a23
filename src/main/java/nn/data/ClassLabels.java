package nn.data;

import java.util.function.Consumer;
import nn.NnException;

/**
 * The labels of one file, and the number of classes.
 *
 * @param file    the file with the labels
 * @param values  {@code [examples]}, each at least 0
 * @param classes the likely number of classes
 */
record ClassLabels(IdxFile file, int[] values, int classes) {

    /** The largest label. Labels up to 9 are digits and are always accepted. */
    private static final int MAX_DIGIT = 9;

    private static final int MAX_LABEL = 65_535;

    /** A class above 9 must have at least this share of the mean class's examples. Otherwise its label counts as damaged. */
    private static final double MIN_SHARE_OF_MEAN = 0.1;

    /**
     * Reads a label file to its end. If an example has several numbers (QMNIST), the first is the class.
     *
     * @param content gets what was found after the header
     */
    static ClassLabels read(IdxFile file, Consumer<IdxFile.Content> content) {
        FirstNumbers numbers = new FirstNumbers(file.header());
        content.accept(file.read(numbers));
        return new ClassLabels(file, numbers.values, countClasses(file, numbers.values));
    }

    /** Takes the first number of each entry, big-endian. Makes no calls, because it runs before the JIT compiles it. */
    private static final class FirstNumbers implements IdxFile.Sink {

        private final int[] values;
        private final int valueBytes;
        private final int entryBytes;
        private int index;
        private int place;
        private int number;

        FirstNumbers(IdxHeader header) {
            values = new int[header.count()];
            valueBytes = header.valueBytes();
            entryBytes = header.entryBytes();
        }

        @Override
        public void accept(byte[] chunk, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (place < valueBytes) {
                    number = number << Byte.SIZE | chunk[i] & 0xff;
                }
                if (++place == entryBytes) {
                    values[index++] = number;
                    number = 0;
                    place = 0;
                }
            }
        }
    }

    /**
     * The number of classes: the largest label plus one, but ten if all labels are equal. With a label above 9, all classes
     * must occur about equally often; otherwise the label is an error.
     */
    private static int countClasses(IdxFile file, int[] values) {
        int[] first = new int[MAX_LABEL + 1];
        int[] count = new int[MAX_LABEL + 1];
        int max = 0;
        for (int i = 0; i < values.length; i++) {
            int value = values[i];
            if (value < 0 || value > MAX_LABEL) {
                throw bad(file, value, i, "labels go from 0 to " + MAX_LABEL);
            }
            if (count[value]++ == 0) {
                first[value] = i;
            }
            max = Math.max(max, value);
        }
        for (int value = 0; value < max && max > MAX_DIGIT; value++) {
            if (count[value] == 0) {
                throw bad(file, max, first[max], "but class " + value + " has no example");
            }
        }
        double meanCount = values.length / (max + 1.0);
        for (int value = MAX_DIGIT + 1; value <= max; value++) {
            if (count[value] < MIN_SHARE_OF_MEAN * meanCount) {
                throw bad(
                        file,
                        value,
                        first[value],
                        "but the " + values.length + " labels have it only " + count[value] + " time(s)");
            }
        }
        boolean oneClass = count[max] == values.length;
        return oneClass ? Math.max(max, MAX_DIGIT) + 1 : max + 1;
    }

    /**
     * The same labels with a given number of classes.
     *
     * @throws NnException if a label is not below that number
     */
    ClassLabels withClasses(int wanted) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= wanted) {
                throw bad(file, values[i], i, "but the training labels have only " + wanted + " classes");
            }
        }
        return new ClassLabels(file, values, wanted);
    }

    private static NnException bad(IdxFile file, int label, int index, String why) {
        return NnException.of(
                NnException.Kind.BAD_INPUT,
                file.path(),
                "label " + label + " at index " + index + ", " + why,
                "get the file again");
    }
}
