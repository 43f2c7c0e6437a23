package nn.detect;

import nn.eval.Refusals;
import nn.json.DefaultsTo;

/**
 * Where a detector came from and how good it is.
 *
 * @param size how much work it was
 * @param seed of all random numbers
 * @param seconds from the drawing of the examples to the threshold
 * @param digits how many of the digits that were held out it refuses; the threshold was chosen on them
 * @param noDigits how many of the held-out images without a digit it refuses
 * @param test how many of the test digits it refuses; unmeasured where the test was left alone
 */
public record DetectorResult(
        DetectorSize size,
        long seed,
        double seconds,
        Refusals digits,
        Refusals noDigits,
        @DefaultsTo("{\"count\": 0, \"refused\": 0}") Refusals test) {

    /** The same with the test's outcome. */
    public DetectorResult withTest(Refusals newTest) {
        return new DetectorResult(size, seed, seconds, digits, noDigits, newTest);
    }
}
