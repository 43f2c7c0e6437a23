package nn.report;

import java.util.List;
import nn.json.OmitNull;
import nn.pictures.Answer;

/**
 * The JSON document of {@code nn predict}: the component names are its keys.
 *
 * @param model the model's file
 * @param predictions an entry for every picture in the order given
 */
public record PredictionJson(String model, List<Entry> predictions) {

    /**
     * One picture.
     *
     * @param digit the answer; null for a failed one
     * @param error why it failed; left out for an answered one
     */
    public record Entry(
            String file,
            Integer digit,
            @OmitNull Double probability,
            @OmitNull List<Double> probabilities,
            List<String> warnings,
            @OmitNull String error) {

        static Entry of(Answer answer) {
            return answer.prediction()
                    .map(p -> new Entry(
                            answer.file(), p.digit(), p.probability(), p.probabilities(), answer.warnings(), null))
                    .orElseGet(() -> new Entry(
                            answer.file(),
                            null,
                            null,
                            null,
                            answer.warnings(),
                            answer.error().orElse("")));
        }
    }

    public static PredictionJson of(String model, List<Answer> answers) {
        return new PredictionJson(model, answers.stream().map(Entry::of).toList());
    }
}
