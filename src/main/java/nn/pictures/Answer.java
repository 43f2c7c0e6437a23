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
 * @param judged all candidates that were looked at, the best first; none without ink
 */
public record Answer(
        String file,
        Optional<Prediction> prediction,
        Optional<Prediction> refused,
        Optional<String> error,
        List<String> warnings,
        Optional<PreparedDigit> prepared,
        List<Judgment> judged) {

    /** The warning of an answer that is not sure. */
    public static final String LOW_CONFIDENCE = "low confidence";

    /** The beginning of a warning that ends with the name of another class. */
    public static final String COULD_BE = "could also be ";

    public Answer {
        warnings = List.copyOf(warnings);
        judged = List.copyOf(judged);
    }

    /** A picture that could not be read. */
    public static Answer unread(String file, String error) {
        return new Answer(
                file, Optional.empty(), Optional.empty(), Optional.of(error), List.of(), Optional.empty(), List.of());
    }

    /** A picture without ink. */
    static Answer blank(String file, List<String> warnings) {
        return new Answer(
                file,
                Optional.empty(),
                Optional.empty(),
                Optional.of(file + ": no ink found; show one digit, darker or lighter than its paper"),
                warnings,
                Optional.of(PreparedDigit.blank(warnings)),
                List.of());
    }

    /** The look at the picture that answered, in words; empty if the picture could not be read or shows no ink. */
    public Optional<String> candidate() {
        return judged.stream()
                .filter(judgment -> judgment.candidate().digit() == prepared.orElse(null))
                .map(judgment -> judgment.candidate().name())
                .findFirst();
    }

    /** Whether the picture could be read, and no digit was found in it. */
    public boolean isNoDigit() {
        return refused.isPresent() || prepared.isPresent() && !prepared.get().hasInk();
    }
}
