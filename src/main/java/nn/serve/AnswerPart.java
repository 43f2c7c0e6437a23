package nn.serve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nn.eval.Prediction;
import nn.image.prepare.PreparedDigit;
import nn.pictures.Answer;
import nn.report.page.Html;

/**
 * The answer to a picture as a part of a page.
 *
 * @param classNames the names of the model's classes
 * @param gradient the gradient of the answer by the pixels that the network saw; empty without ink
 */
record AnswerPart(Texts texts, List<String> classNames, Answer answer, Optional<double[]> gradient) {

    /** What the answer is, if there is one, or what it would be. */
    static Optional<Prediction> seen(Answer answer) {
        return answer.prediction().or(answer::refused);
    }

    String html() {
        Html html = new Html();
        html.open("p", "class", "summary");
        summary(html);
        html.close();
        for (String warning : answer.warnings()) {
            warning(html, warning);
        }
        seen(answer).ifPresent(prediction -> bars(html, prediction));
        if (gradient.isPresent()) {
            PreparedDigit digit = answer.prepared().orElseThrow();
            html.open("div", "class", "pictures");
            figure(html, DigitPictures.seen(digit), "answer.seen");
            figure(html, DigitPictures.map(digit, gradient.get()), "answer.map");
            html.close();
        }
        return html.toString();
    }

    private void summary(Html html) {
        if (answer.prediction().isPresent()) {
            Prediction prediction = answer.prediction().get();
            boolean unsure = answer.warnings().contains(Answer.LOW_CONFIDENCE);
            if (unsure) {
                html.element("strong", texts.text("answer.unsure"), "class", "unsure")
                        .text(" ");
            }
            html.element("b", name(prediction.digit()), "class", "digit").text(" " + percent(prediction.probability()));
            if (unsure) {
                html.text(
                        ", " + texts.text("answer.or", name(prediction.ranking().get(1))));
            }
        } else if (answer.isNoDigit()) {
            html.element("strong", texts.text("answer.none"));
            answer.refused().ifPresent(refused -> html.text(" " + texts.text("answer.like", name(refused.digit()))));
        } else {
            html.element("strong", texts.text("answer.unread")).text(" ");
            html.element("span", answer.error().orElse(""), "lang", "en");
        }
    }

    /** The warnings that a drawing often gets are translated; the bars show what it could also be. */
    private void warning(Html html, String warning) {
        switch (warning) {
            case PreparedDigit.SEVERAL_DIGITS -> html.element("p", texts.text("answer.several"), "class", "note");
            case PreparedDigit.TOUCHES_EDGE -> html.element("p", texts.text("answer.edge"), "class", "note");
            case Answer.LOW_CONFIDENCE -> {}
            default -> {
                if (!warning.startsWith(Answer.COULD_BE)) {
                    html.element("p", warning, "class", "note", "lang", "en");
                }
            }
        }
    }

    private void bars(Html html, Prediction prediction) {
        html.open("ol", "class", "bars", "aria-label", texts.text("answer.bars"));
        for (int k = 0; k < classNames.size(); k++) {
            double probability = prediction.probabilities().get(k);
            String[] best = k == prediction.digit() ? new String[] {"class", "best"} : new String[0];
            html.open("li", best).element("span", name(k));
            html.open(
                    "svg",
                    "class",
                    "bar",
                    "viewBox",
                    "0 0 1000 10",
                    "preserveAspectRatio",
                    "none",
                    "aria-hidden",
                    "true");
            html.element("rect", "", "width", String.valueOf(Math.round(1000 * probability)), "height", "10");
            html.close();
            html.element("span", percent(probability)).close();
        }
        html.close();
    }

    private void figure(Html html, String image, String key) {
        html.open("figure");
        html.empty("img", "class", "digit", "alt", texts.text(key), "src", image);
        html.open("figcaption")
                .element("b", texts.text(key))
                .text(" " + texts.text(key + ".note"))
                .close();
        html.close();
    }

    private String name(int k) {
        return classNames.get(k);
    }

    static String percent(double probability) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * probability);
    }
}
