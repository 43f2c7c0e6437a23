package nn.detect;

import java.util.List;

/**
 * A detector's network and what it is trained on.
 *
 * @param hidden the sizes of its hidden layers
 * @param epochs passes over its examples
 * @param learningRate the peak
 * @param averaging the decay of the running average of the weights; 0 is off
 * @param digits how many digits it sees at the most
 * @param noDigits how many images without a digit are drawn for that; fewer in proportion where there are fewer digits
 */
record DetectorPlan(List<Integer> hidden, int epochs, double learningRate, double averaging, int digits, int noDigits) {

    /** How many images without a digit go with so many digits. */
    int noDigits(int ofDigits) {
        return Math.max(1, (int) ((long) noDigits * ofDigits / digits));
    }

    /** How many more are held out. */
    int heldOutNoDigits(int ofDigits) {
        return Math.max(1, noDigits(ofDigits) / 10);
    }
}
