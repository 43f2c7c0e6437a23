package nn.read;

import java.util.ArrayList;
import java.util.List;

/** Joins parts that lie one above the other and are one digit: the roof of a 5, a digit that a bad print broke. */
final class BrokenDigits {

    /** The gap between the pieces of a broken digit, in widths of the stroke. */
    private static final double GAP = 1.8;
    /** The share of the narrower piece's width that lies above or below the other. */
    private static final double OVERLAP = 0.5;
    /** A broken digit is so wide at most, as a share of its height. */
    private static final double WIDEST = 1.2;

    private static final int MOST = 2000;
    /** A digit in four pieces is joined in so many rounds. */
    private static final int ROUNDS = 3;

    private BrokenDigits() {}

    private record Pair(int upper, int lower, Part union) {}

    /** The parts, joined as long as the network prefers two together to each of them. */
    static Parts joined(Parts parts, Recognizer recognizer, InkMap map) {
        Parts joined = parts;
        for (int round = 0; round < ROUNDS; round++) {
            Parts next = joinedOnce(joined, recognizer, map);
            if (next.parts().size() == joined.parts().size()) {
                return next;
            }
            joined = next;
        }
        return joined;
    }

    private static Parts joinedOnce(Parts parts, Recognizer recognizer, InkMap map) {
        List<Part> all = parts.parts();
        List<Pair> pairs = pairs(all);
        if (pairs.isEmpty()) {
            return parts;
        }
        List<Part> asked = new ArrayList<>();
        for (Pair pair : pairs) {
            asked.add(all.get(pair.upper));
            asked.add(all.get(pair.lower));
            asked.add(pair.union);
        }
        List<Recognizer.Answer> answers = recognizer.answers(asked, map);
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
        return new Parts(result, Parts.usualHeight(result, map.ink()), parts.display());
    }

    private static List<Pair> pairs(List<Part> parts) {
        List<Pair> pairs = new ArrayList<>();
        double[] strokes = parts.stream().mapToDouble(Part::stroke).toArray();
        for (int i = 0; i < strokes.length && pairs.size() < MOST; i++) {
            for (int k = 0; k < strokes.length; k++) {
                if (i != k && areStacked(parts.get(i), parts.get(k), GAP * Math.max(strokes[i], strokes[k]))) {
                    Part union = Part.union(List.of(parts.get(i), parts.get(k)));
                    if (union.width() < WIDEST * union.height()) {
                        pairs.add(new Pair(i, k, union));
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean areStacked(Part upper, Part lower, double gap) {
        int overlap = Math.min(upper.box().right(), lower.box().right())
                - Math.max(upper.box().left(), lower.box().left());
        int down = lower.box().top() - upper.box().bottom();
        return upper.centerY() < lower.centerY()
                && overlap >= OVERLAP * Math.min(upper.width(), lower.width())
                && Math.max(upper.width(), lower.width()) < 3 * Math.min(upper.width(), lower.width())
                && down <= gap
                && down > -0.3 * Math.min(upper.height(), lower.height());
    }
}
