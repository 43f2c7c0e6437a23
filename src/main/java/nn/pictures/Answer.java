package nn.pictures;

import java.util.List;
import java.util.Optional;
import nn.eval.Prediction;
import nn.image.prepare.PreparedDigit;

/**
 * The result for one picture.
 *
 * @param file its name as it was given
 * @param prediction the answer; empty if there is none
 * @param error why there is no answer; empty if there is one
 * @param warnings reasons for doubt
 * @param prepared what the network reads; empty if the picture could not be prepared
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
