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
 * @param refused what the answer would have been, if the detector says that there is no digit; that is an error, too
 * @param error why there is no answer; empty if there is one
 * @param warnings reasons for doubt
 * @param prepared what the network reads; empty if the picture could not be prepared
 */
public record Answer(
        String file,
        Optional<Prediction> prediction,
        Optional<Prediction> refused,
        Optional<String> error,
        List<String> warnings,
        Optional<PreparedDigit> prepared) {

    public Answer {
        warnings = List.copyOf(warnings);
    }

    /** Whether the picture could be read, and no digit was found in it. */
    public boolean isNoDigit() {
        return refused.isPresent() || prepared.isPresent() && !prepared.get().hasInk();
    }
}
