package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.image.prepare.Box;

/** Joins parts that lie one above the other and are one digit: the roof of a 5, a digit that a bad print broke. */
final class BrokenDigits {

    /** The gap between the pieces of a broken digit, in widths of the stroke. */
    private static final double GAP = 1.8;
    /** The share of the narrower piece's width that lies above or below the other. */
    private static final double OVERLAP = 0.5;
    /** A broken digit is so wide at most, as a share of its height. */
    private static final double WIDEST = 1.2;

    /** A crack is lower than so many widths of the stroke, and as wide as so many at least. */
    private static final double CRACK = 1;

    private static final double FACING = 0.5;
    /** Two parts that are so surely digits are two digits, even if they all but touch. */
    private static final double SURE = 0.8;

    private static final int MOST = 2000;
    /** The width of a band of the page, in pixels. */
    private static final int BAND = 32;

    /** A digit in four pieces is joined in so many rounds. */
    private static final int ROUNDS = 3;

    private BrokenDigits() {}

    /** What two parts, the first one above the second, are together, if they may be one digit; the stroke is the wider one of theirs. */
    private interface Union {
        Optional<Part> of(Part upper, Part lower, double stroke);
    }

    private record Pair(int upper, int lower, Part union) {}

    /**
     * The parts, joined across cracks, and then as long as the network prefers two together to each of them. With several cracks no two
     * pieces alone look like a digit.
     */
    static Parts joined(Parts parts, Recognizer recognizer, InkMap map) {
        Parts joined = parts.display() ? parts : joinedAcrossCracks(parts, recognizer, map);
        for (int round = 0; round < ROUNDS; round++) {
            Parts next = joinedOnce(joined, recognizer, map);
            if (next.parts().size() == joined.parts().size()) {
                return next;
            }
            joined = next;
        }
        return joined;
    }

    /** Joins what a crack divides and fills the crack, unless each side of it is rather a digit of its own. */
    private static Parts joinedAcrossCracks(Parts parts, Recognizer recognizer, InkMap map) {
        List<Part> all = parts.parts();
        List<Pair> cracks = pairs(all, BrokenDigits::bridged);
        List<Recognizer.Answer> answers = recognizer.answers(asked(all, cracks), map);
        List<Part> bridged = new ArrayList<>(all);
        int[] group = IntStream.range(0, all.size()).toArray();
        for (int i = 0; i < cracks.size(); i++) {
            Pair crack = cracks.get(i);
            double apart = Math.min(
                    answers.get(3 * i).probability(), answers.get(3 * i + 1).probability());
            if (apart < SURE || answers.get(3 * i + 2).probability() > apart) {
                int from = group[crack.lower];
                int to = group[crack.upper];
                Arrays.setAll(group, k -> group[k] == from ? to : group[k]);
                bridged.set(crack.upper, Part.union(List.of(bridged.get(crack.upper), crack.union)));
            }
        }
        Map<Integer, List<Part>> groups = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(group[i], k -> new ArrayList<>()).add(bridged.get(i));
        }
        return with(groups.values().stream().map(Part::union).toList(), parts, map);
    }

    private static Parts with(List<Part> joined, Parts parts, InkMap map) {
        return joined.size() == parts.parts().size()
                ? parts
                : new Parts(joined, Parts.usualHeight(joined, map.ink()), parts.display(), parts.tooMany());
    }

    /** For each pair the upper part, the lower one, and both together. */
    private static List<Part> asked(List<Part> parts, List<Pair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(parts.get(pair.upper), parts.get(pair.lower), pair.union))
                .toList();
    }

    private static Parts joinedOnce(Parts parts, Recognizer recognizer, InkMap map) {
        List<Part> all = parts.parts();
        List<Pair> pairs = pairs(all, BrokenDigits::stacked);
        if (pairs.isEmpty()) {
            return parts;
        }
        List<Recognizer.Answer> answers = recognizer.answers(asked(all, pairs), map);
        boolean[] gone = new boolean[all.size()];
        List<Part> result = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double apart = Math.max(
                    answers.get(3 * i).probability(), answers.get(3 * i + 1).probability());
            boolean better = answers.get(3 * i + 2).probability() > apart;
            if (better && !gone[pair.upper] && !gone[pair.lower]) {
                gone[pair.upper] = true;
                gone[pair.lower] = true;
                result.add(pair.union);
            }
        }
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                result.add(all.get(i));
            }
        }
        return with(result, parts, map);
    }

    private static List<Pair> pairs(List<Part> parts, Union union) {
        List<Pair> pairs = new ArrayList<>();
        double[] strokes = parts.stream().mapToDouble(Part::stroke).toArray();
        Map<Integer, List<Integer>> bands = bands(parts);
        for (int i = 0; i < strokes.length && pairs.size() < MOST; i++) {
            int upper = i;
            bandsOf(parts.get(i))
                    .flatMap(band -> bands.get(band).stream().mapToInt(k -> k))
                    .distinct()
                    .sorted()
                    .filter(lower -> lower != upper)
                    .forEach(lower -> union.of(
                                    parts.get(upper), parts.get(lower), Math.max(strokes[upper], strokes[lower]))
                            .ifPresent(both -> pairs.add(new Pair(upper, lower, both))));
        }
        return pairs;
    }

    /** The parts in each upright band of the page. Two parts one above the other share a band. */
    private static Map<Integer, List<Integer>> bands(List<Part> parts) {
        Map<Integer, List<Integer>> bands = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            bandsOf(parts.get(i))
                    .forEach(band ->
                            bands.computeIfAbsent(band, k -> new ArrayList<>()).add(part));
        }
        return bands;
    }

    private static IntStream bandsOf(Part part) {
        return IntStream.rangeClosed(part.box().left() / BAND, (part.box().right() - 1) / BAND);
    }

    private static Optional<Part> stacked(Part upper, Part lower, double stroke) {
        int overlap = Math.min(upper.box().right(), lower.box().right())
                - Math.max(upper.box().left(), lower.box().left());
        int down = lower.box().top() - upper.box().bottom();
        Box both = upper.box().union(lower.box());
        boolean stacked = upper.centerY() < lower.centerY()
                && overlap >= OVERLAP * Math.min(upper.width(), lower.width())
                && Math.max(upper.width(), lower.width()) < 3 * Math.min(upper.width(), lower.width())
                && down <= GAP * stroke
                && down > -0.3 * Math.min(upper.height(), lower.height())
                && both.width() < WIDEST * both.height();
        return stacked ? Optional.of(Part.union(List.of(upper, lower))) : Optional.empty();
    }

    /** Both parts and what fills the crack between them, if the end of a stroke faces that of another one across less than its width. */
    private static Optional<Part> bridged(Part upper, Part lower, double stroke) {
        int down = lower.box().top() - upper.box().bottom();
        int left = Math.max(upper.box().left(), lower.box().left());
        int right = Math.min(upper.box().right(), lower.box().right());
        if (upper.centerY() >= lower.centerY() || Math.abs(down) > CRACK * stroke || left >= right) {
            return Optional.empty();
        }
        Box box = upper.box().union(lower.box());
        boolean[] bridge = new boolean[box.width() * box.height()];
        int facing = 0;
        for (int x = left; x < right; x++) {
            int from = upper.lastRow(x) + 1;
            int to = lower.firstRow(x);
            if (to > from && to - from <= CRACK * stroke) {
                facing++;
                for (int y = from; y < to; y++) {
                    bridge[(y - box.top()) * box.width() + x - box.left()] = true;
                }
            }
        }
        return facing > 0 && facing >= FACING * stroke
                ? Optional.of(Part.union(List.of(upper, lower, Part.of(box, bridge))))
                : Optional.empty();
    }
}
