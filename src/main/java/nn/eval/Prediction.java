package nn.eval;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A classifier's answer for one image.
 *
 * @param digit the index of the most probable class
 * @param probability of that class, calibrated, in [0, 1]
 * @param probabilities of all classes, which sum to 1
 * @param digitProbability the calibrated probability that the image shows a digit at all, in [0, 1]; 1 if the model has no detector
 */
public record Prediction(int digit, double probability, List<Double> probabilities, double digitProbability) {

    public Prediction {
        probabilities = List.copyOf(probabilities);
    }

    /**
     * The answer is the most probable class.
     *
     * @param probabilities {@code [classes]}, which sum to 1
     */
    public static Prediction of(double[] probabilities, double digitProbability) {
        int best = Scores.largest(probabilities);
        return new Prediction(
                best, probabilities[best], Arrays.stream(probabilities).boxed().toList(), digitProbability);
    }

    /** The same answer with other probabilities; those of the other classes keep their proportions. */
    public Prediction withProbability(double newProbability, double newDigitProbability) {
        double others = 1 - probability;
        List<Double> scaled = IntStream.range(0, probabilities.size())
                .mapToObj(k -> k == digit
                        ? newProbability
                        : others > 0
                                ? probabilities.get(k) / others * (1 - newProbability)
                                : (1 - newProbability) / (probabilities.size() - 1))
                .toList();
        return new Prediction(digit, newProbability, scaled, newDigitProbability);
    }

    /** The classes from the most to the least probable. */
    public List<Integer> ranking() {
        return IntStream.range(0, probabilities.size())
                .boxed()
                .sorted((a, b) -> Double.compare(probabilities.get(b), probabilities.get(a)))
                .toList();
    }
}
