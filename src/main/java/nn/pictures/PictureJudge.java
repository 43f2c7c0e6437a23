package nn.pictures;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nn.eval.Classifier;
import nn.eval.Predictor;
import nn.image.Picture;
import nn.image.prepare.Candidate;
import nn.image.prepare.DigitPreparation;

/** Answers one picture: by its plain reading if that is sure, or else by a search. */
public record PictureJudge(Classifier classifier, DigitPreparation preparation) {

    /** A predictor for this classifier that is large enough for a search. */
    public Predictor predictor() {
        return new Predictor(classifier, DigitSearch.BATCH);
    }

    /**
     * Answers a picture that has been decoded.
     *
     * @param name what to call it in the answer
     * @param predictor of this classifier; only one thread at a time may use it
     */
    public Answer answer(String name, Picture picture, Predictor predictor) {
        return answer(name, plain(picture, predictor), () -> picture, predictor);
    }

    /**
     * Answers at once, by the plain reading alone.
     *
     * @param name what to call the picture in the answer
     * @param predictor of this classifier; only one thread at a time may use it
     */
    public First first(String name, Picture picture, Predictor predictor) {
        return plain(picture, predictor)
                .map(plain -> new First(new Decision(classifier).ofPrepared(name, plain), needsNoSearch(plain)))
                .orElseGet(() -> new First(Answer.blank(name, picture.warnings()), false));
    }

    /**
     * An answer by the plain reading.
     *
     * @param last whether {@link PictureJudge#answer} says the same
     */
    public record First(Answer answer, boolean last) {}

    private Optional<Judgment> plain(Picture picture, Predictor predictor) {
        return preparation
                .candidates(picture)
                .plain()
                .map(candidate ->
                        DigitSearch.judged(List.of(candidate), predictor).get(0));
    }

    private static boolean needsNoSearch(Judgment plain) {
        return plain.candidate().kind() == Candidate.Kind.PREPARED || DigitSearch.isSure(plain);
    }

    /**
     * Answers a picture whose plain reading is judged.
     *
     * @param plain the plain reading, if there is ink
     * @param picture called only for a search
     */
    Answer answer(String name, Optional<Judgment> plain, Supplier<Picture> picture, Predictor predictor) {
        Decision decision = new Decision(classifier);
        if (plain.isPresent() && plain.get().candidate().kind() == Candidate.Kind.PREPARED) {
            return decision.ofPrepared(name, plain.get());
        }
        if (plain.isPresent() && DigitSearch.isSure(plain.get())) {
            return decision.ofSure(name, plain.get());
        }
        Picture searched = picture.get();
        return DigitSearch.find(plain, preparation.candidates(searched), predictor)
                .map(verdict -> decision.ofSearched(name, verdict, searched.warnings()))
                .orElseGet(() -> Answer.blank(name, searched.warnings()));
    }
}
