package nn.report.page;

import java.util.Base64;
import java.util.List;
import nn.data.DataSet;
import nn.eval.Evaluation.Mistake;
import nn.eval.Prediction;
import nn.eval.ScoredData;
import nn.image.GrayPng;

/** The images with a wrong answer, most confident first. */
final class Gallery {

    private static final int MOST_IMAGES = 200;
    /** All pictures of a page together, so that it stays small enough to be sent. */
    private static final int MOST_PIXELS = 200 * 28 * 28;

    private final ScoredData scored;
    private final List<Mistake> mistakes;
    private final List<String> names;

    Gallery(ScoredData scored) {
        this.scored = scored;
        names = scored.classifier().classNames();
        mistakes = scored.evaluation().mostConfidentMistakes();
    }

    void write(Html html) {
        if (mistakes.isEmpty()) {
            return;
        }
        int shown = Math.min(
                Math.min(MOST_IMAGES, mistakes.size()),
                Math.max(1, MOST_PIXELS / scored.data().pixelsPerImage()));
        html.open("section", "id", "mistakes").element("h2", "The wrong answers");
        html.element(
                "p",
                (shown == mistakes.size() ? "All " : Format.of("The first %,d of ", shown))
                        + Format.of("%,d images with a wrong answer, ", mistakes.size())
                        + "the most confident first. Each has its truth and the answer, the probabilities of the answer and of the "
                        + "next digit, and its number in the file, from 0.");
        html.open("ol", "class", "gallery");
        mistakes.subList(0, shown).forEach(mistake -> tile(html, mistake));
        html.close().close();
    }

    private void tile(Html html, Mistake mistake) {
        Prediction prediction = scored.prediction(mistake.index());
        int next = prediction.ranking().get(1);
        String verdict = names.get(mistake.truth()) + " read as " + names.get(mistake.predicted());
        html.open("li");
        image(html, scored.data(), mistake, verdict);
        html.element("span", answer(mistake.predicted(), prediction));
        html.element("span", answer(next, prediction));
        html.element("small", "#" + mistake.index());
        html.close();
    }

    private String answer(int k, Prediction prediction) {
        return Format.of(
                "%s: %.1f\u00a0%%",
                names.get(k), 100 * prediction.probabilities().get(k));
    }

    /** The picture of a mistake and what is wrong. */
    static void image(Html html, DataSet data, Mistake mistake, String verdict) {
        byte[] samples = new byte[data.pixelsPerImage()];
        data.readPixels(mistake.index(), samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
        html.empty(
                "img",
                "class",
                "digit",
                "alt",
                "Image " + mistake.index() + ": " + verdict,
                "src",
                dataUri(samples, data.rows(), data.columns()));
        html.element("b", verdict);
    }

    /** @param samples {@code [rows * columns]}, 0 black to 255 white */
    static String dataUri(byte[] samples, int rows, int columns) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(GrayPng.encode(samples, rows, columns));
    }
}
