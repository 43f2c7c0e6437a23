package nn.report.page;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
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
        mistakes = scored.evaluation().mistakes().stream()
                .sorted(Comparator.comparingDouble(Mistake::probability).reversed())
                .toList();
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
        html.empty(
                "img",
                "class",
                "digit",
                "alt",
                "Image " + mistake.index() + ": " + verdict,
                "src",
                png(mistake.index()));
        html.element("b", verdict);
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

    private String png(int example) {
        byte[] samples = new byte[scored.data().pixelsPerImage()];
        scored.data().readPixels(example, samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
        return dataUri(samples, scored.data().rows(), scored.data().columns());
    }

    /** @param samples {@code [rows * columns]}, 0 black to 255 white */
    static String dataUri(byte[] samples, int rows, int columns) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(GrayPng.encode(samples, rows, columns));
    }
}
