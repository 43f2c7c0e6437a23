package nn.exchange.convert;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nn.data.ClassNames;

/**
 * The number that an IDX file has for each label: the label itself if all are numbers from 0 to 255, or else its place in their
 * order.
 *
 * @param byLabel the numbers, each from 0 to 255
 */
record ClassNumbers(Map<String, Integer> byLabel) {

    /** An IDX file has a byte for a label. */
    static final int MOST = 256;

    private static final String NUMBER = "0|[1-9][0-9]{0,8}";

    /** @throws IllegalArgumentException if there are too many, or one cannot be the name of a class */
    static ClassNumbers of(Collection<String> labels) {
        Set<String> distinct = new TreeSet<>(Comparator.comparing((String label) -> label.matches(NUMBER) ? 0 : 1)
                .thenComparing(label -> label.matches(NUMBER) ? Integer.valueOf(label) : Integer.valueOf(0))
                .thenComparing(Comparator.naturalOrder()));
        distinct.addAll(labels);
        distinct.forEach(ClassNames::check);
        if (distinct.size() > MOST) {
            throw new IllegalArgumentException("there are " + distinct.size() + " classes; the most is " + MOST);
        }
        boolean numbers = distinct.stream().allMatch(label -> label.matches(NUMBER) && Integer.parseInt(label) < MOST);
        Map<String, Integer> byLabel = new HashMap<>();
        for (String label : distinct) {
            byLabel.put(label, numbers ? Integer.parseInt(label) : byLabel.size());
        }
        return new ClassNumbers(byLabel);
    }

    int number(String label) {
        return byLabel.get(label);
    }

    ClassNames names() {
        SortedMap<Integer, String> names = new TreeMap<>();
        byLabel.forEach((label, number) -> names.put(number, label));
        return new ClassNames(names);
    }
}
