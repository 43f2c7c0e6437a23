package nn.report.page;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nn.data.DataSet;
import nn.eval.Evaluation.Mistake;
import nn.eval.Prediction;
import nn.eval.ScoredData;
import nn.image.GrayPng;
import nn.report.page.Tiles.Tile;

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
        int shown = shown().size();
        html.open("section", "id", "mistakes").element("h2", "The wrong answers");
        html.element(
                "p",
                (shown == mistakes.size() ? "All " : Format.of("The first %,d of ", shown))
                        + Format.of("%,d images with a wrong answer, ", mistakes.size())
                        + "the most confident first. Each has its truth and the answer, the probabilities of the answer and of the "
                        + "next digit, and its number in the file, from 0.");
        html.open("ol", "class", "gallery");
        shown().forEach(mistake -> tile(html, mistake));
        html.close().close();
    }

    private List<Mistake> shown() {
        return mistakes.subList(
                0,
                Math.min(
                        Math.min(MOST_IMAGES, mistakes.size()),
                        Math.max(1, MOST_PIXELS / scored.data().pixelsPerImage())));
    }

    /** The same images for a file; empty if there are none. */
    Optional<Tiles> tiles() {
        if (mistakes.isEmpty()) {
            return Optional.empty();
        }
        List<Tile> tiles = shown().stream()
                .map(mistake -> new Tile(
                        List.of(
                                verdict(mistake),
                                Format.of("%.1f %%", 100 * mistake.probability()),
                                "#" + mistake.index()),
                        samples(scored.data(), mistake),
                        scored.data().rows(),
                        scored.data().columns()))
                .toList();
        return Optional.of(new Tiles(
                "mistakes",
                "The wrong answers",
                tiles.size() + " images with a wrong answer, the most confident first.",
                tiles));
    }

    private void tile(Html html, Mistake mistake) {
        Prediction prediction = scored.prediction(mistake.index());
        int next = prediction.ranking().get(1);
        html.open("li");
        image(html, scored.data(), mistake, verdict(mistake));
        html.element("span", answer(mistake.predicted(), prediction));
        html.element("span", answer(next, prediction));
        html.element("small", "#" + mistake.index());
        html.close();
    }

    private String verdict(Mistake mistake) {
        return names.get(mistake.truth()) + " read as " + names.get(mistake.predicted());
    }

    private String answer(int k, Prediction prediction) {
        return Format.of(
                "%s: %.1f\u00a0%%",
                names.get(k), 100 * prediction.probabilities().get(k));
    }

    /** The picture of a mistake and what is wrong. */
    static void image(Html html, DataSet data, Mistake mistake, String verdict) {
        html.empty(
                "img",
                "class",
                "digit",
                "alt",
                "Image " + mistake.index() + ": " + verdict,
                "src",
                dataUri(samples(data, mistake), data.rows(), data.columns()));
        html.element("b", verdict);
    }

    /** Dark ink on white paper. */
    private static byte[] samples(DataSet data, Mistake mistake) {
        byte[] samples = new byte[data.pixelsPerImage()];
        data.readPixels(mistake.index(), samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
        return samples;
    }

    /** @param samples {@code [rows * columns]}, 0 black to 255 white */
    static String dataUri(byte[] samples, int rows, int columns) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(GrayPng.encode(samples, rows, columns));
    }
}
