package nn.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.eval.Classifier;
import nn.eval.Prediction;

/**
 * Decides what is said of a picture: its digit, with what is doubtful about it, or that it shows no digit. Only a model with a
 * detector can say that.
 */
record Decision(Classifier classifier) {

    /** An answer that is less probable gets a warning. */
    private static final double LOW_CONFIDENCE = 0.7;

    /** For a picture that is as MNIST's makers would have made it: it can be looked at in one way only. */
    Answer ofPrepared(String file, Judgment judgment) {
        return isNoDigit(judgment.prediction())
                ? refused(
                        file,
                        judgment,
                        judgment.prediction(),
                        List.of(judgment),
                        judgment.candidate().digit().warnings())
                : ofSure(file, judgment);
    }

    /** For a plain reading that needs no search. */
    Answer ofSure(String file, Judgment plain) {
        return answered(file, plain, plain.prediction(), List.of(plain), List.of());
    }

    /**
     * For a picture that was searched.
     *
     * @param warnings what was doubtful while the picture was read
     */
    Answer ofSearched(String file, Verdict verdict, List<String> warnings) {
        Judgment best = verdict.best();
        Prediction prediction = best.prediction().withProbability(verdict.probability(), verdict.digitProbability());
        if (classifier.detector().isPresent() && verdict.isNoDigit()) {
            return refused(file, best, prediction, verdict.judged(), warnings);
        }
        List<String> doubts = new ArrayList<>();
        if (best.candidate().quarters() > 0) {
            doubts.add("lies on its side (or is several digits); read after a turn by "
                    + 90 * best.candidate().quarters() + " degrees");
        }
        if (isUnsure(prediction) && verdict.other().isPresent()) {
            doubts.add(Answer.COULD_BE + name(verdict.other().get()));
        }
        return answered(file, best, prediction, verdict.judged(), doubts);
    }

    /** A picture that is as MNIST's makers would have made it is rarely anything but a digit. */
    private boolean isNoDigit(Prediction prepared) {
        return classifier
                .detector()
                .filter(detector -> prepared.digitProbability() < detector.threshold() / 2)
                .isPresent();
    }

    private static boolean isUnsure(Prediction prediction) {
        return prediction.probability() < LOW_CONFIDENCE;
    }

    private Answer refused(
            String file, Judgment best, Prediction prediction, List<Judgment> judged, List<String> warnings) {
        return new Answer(
                file,
                Optional.empty(),
                Optional.of(prediction),
                Optional.of("%s: no digit found (looks most like %s); show one digit, large and alone"
                        .formatted(file, name(best))),
                warnings,
                Optional.of(best.candidate().digit()),
                judged);
    }

    private static Answer answered(
            String file, Judgment best, Prediction prediction, List<Judgment> judged, List<String> doubts) {
        List<String> warnings = new ArrayList<>(best.candidate().digit().warnings());
        warnings.addAll(doubts);
        if (isUnsure(prediction)) {
            warnings.add(Answer.LOW_CONFIDENCE);
        }
        return new Answer(
                file,
                Optional.of(prediction),
                Optional.empty(),
                Optional.empty(),
                warnings,
                Optional.of(best.candidate().digit()),
                judged);
    }

    private String name(Judgment judgment) {
        return classifier.classNames().get(judgment.prediction().digit());
    }
}
