package nn.report;

import java.util.List;
import nn.eval.Prediction;
import nn.json.OmitNull;
import nn.pictures.Answer;

/**
 * The JSON document of {@code nn predict}. The component names are its keys.
 *
 * @param model the model's file
 * @param predictions an entry for each picture, in the given order
 */
public record PredictionJson(String model, List<Entry> predictions) {

    /**
     * One picture.
     *
     * @param digit the answer, as the number of the class from 0; null without one
     * @param name the name of that class; left out if it is that number
     * @param looksLike the class that a refused picture, which shows no digit, looks most like; left out otherwise
     * @param digitProbability the probability that the picture shows a digit; left out for one that could not be read
     * @param candidate the look at the picture that answered; left out for one that could not be read
     * @param error why there is no answer; left out if there is one
     */
    public record Entry(
            String file,
            Integer digit,
            @OmitNull String name,
            @OmitNull Double probability,
            @OmitNull List<Double> probabilities,
            @OmitNull Integer looksLike,
            @OmitNull Double digitProbability,
            @OmitNull String candidate,
            List<String> warnings,
            @OmitNull String error) {

        static Entry of(Answer answer, List<String> classNames) {
            return answer.prediction()
                    .map(p -> new Entry(
                            answer.file(),
                            p.digit(),
                            nameUnlessNumber(p.digit(), classNames),
                            p.probability(),
                            p.probabilities(),
                            null,
                            p.digitProbability(),
                            answer.candidate().orElse(null),
                            answer.warnings(),
                            null))
                    .orElseGet(() -> new Entry(
                            answer.file(),
                            null,
                            null,
                            null,
                            null,
                            answer.refused().map(Prediction::digit).orElse(null),
                            answer.refused().map(Prediction::digitProbability).orElse(null),
                            answer.candidate().orElse(null),
                            answer.warnings(),
                            answer.error().orElse("")));
        }

        private static String nameUnlessNumber(int digit, List<String> classNames) {
            String name = classNames.get(digit);
            return name.equals(String.valueOf(digit)) ? null : name;
        }
    }

    public static PredictionJson of(String model, List<Answer> answers, List<String> classNames) {
        return new PredictionJson(
                model,
                answers.stream().map(answer -> Entry.of(answer, classNames)).toList());
    }
}
