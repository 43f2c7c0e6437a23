package nn.pictures;

import java.util.List;
import java.util.Optional;
import nn.eval.Prediction;
import nn.image.prepare.PreparedDigit;

/**
 * What became of one picture.
 *
 * @param file its name as it was given
 * @param prediction the answer; empty if there is none
 * @param error why there is no answer, in the words of the exception; empty if there is one
 * @param warnings what is doubtful
 * @param prepared what the network saw, as far as it came to that
 */
public record Answer(
        String file,
        Optional<Prediction> prediction,
        Optional<String> error,
        List<String> warnings,
        Optional<PreparedDigit> prepared) {

    public Answer {
        warnings = List.copyOf(warnings);
    }
}
