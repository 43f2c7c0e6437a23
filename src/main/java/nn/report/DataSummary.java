package nn.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The content of a data directory. The component names are the keys of its JSON.
 *
 * @param directory its path
 * @param train the training examples, if there are any
 * @param test the test examples, if there are any
 */
public record DataSummary(String directory, Optional<Split> train, Optional<Split> test) {

    /**
     * Images with their labels.
     *
     * @param count the number of images
     * @param rows the images' height in pixels
     * @param columns their width
     * @param classes the number of classes
     * @param perClass the number of examples of each class
     * @param classNames the labels of the classes
     */
    public record Split(
            int count, int rows, int columns, int classes, List<Integer> perClass, List<String> classNames) {

        public Split {
            perClass = List.copyOf(perClass);
            classNames = List.copyOf(classNames);
        }

        /** Of classes that are numbered from 0. */
        public Split(int count, int rows, int columns, int classes, List<Integer> perClass) {
            this(
                    count,
                    rows,
                    columns,
                    classes,
                    perClass,
                    IntStream.range(0, classes).mapToObj(String::valueOf).toList());
        }
    }
}
