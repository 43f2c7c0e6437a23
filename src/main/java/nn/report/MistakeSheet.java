package nn.report;

import java.util.List;
import nn.eval.ScoredData;

/** The images with a wrong answer, as pictures for a terminal. */
public final class MistakeSheet {

    private MistakeSheet() {}

    /**
     * The worst mistakes: the wrong answers that the classifier is most confident of come first.
     *
     * @param most how many are shown at most
     */
    public static DigitSheet of(ScoredData scored, int most) {
        List<String> names = scored.classifier().classNames();
        List<DigitSheet.Tile> tiles = scored.evaluation().mostConfidentMistakes().stream()
                .limit(most)
                .map(mistake -> {
                    byte[] pixels = new byte[scored.data().pixelsPerImage()];
                    scored.data().readPixels(mistake.index(), pixels);
                    return new DigitSheet.Tile(
                            EvaluationText.format(
                                    "%s read as %s, %.1f %%, #%d",
                                    Printable.of(names.get(mistake.truth())),
                                    Printable.of(names.get(mistake.predicted())),
                                    100 * mistake.probability(),
                                    mistake.index()),
                            pixels);
                })
                .toList();
        return new DigitSheet(scored.data().rows(), scored.data().columns(), List.of(tiles));
    }
}
