package nn.image.prepare;

import java.util.List;
import nn.image.Plane;

/** The last steps of the preparation for ink that was already found: stroke width, fit into 20x20, center by mass. */
public final class InkDigit {

    private InkDigit() {}

    /**
     * The digit as the network reads it.
     *
     * @param ink 0 paper to 1 full ink, the digit alone with blank paper around it
     */
    public static PreparedDigit prepare(Plane ink) {
        CutOut cutOut = CutOut.ofAlone(ink);
        return cutOut.isBlank()
                ? PreparedDigit.blank(List.of())
                : PreparedDigit.of(MassCentering.center(cutOut.fitted()), true, List.of());
    }
}
