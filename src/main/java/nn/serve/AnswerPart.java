package nn.serve;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nn.eval.Prediction;
import nn.image.ColorPng;
import nn.image.GrayPng;
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

    /** Ink here speaks for the answer, or against it: the blue and the orange of reports. */
    private static final int[] FOR = {0, 103, 165};

    private static final int[] AGAINST = {194, 79, 0};

    /** How much of the paper's light the digit takes away in the map. */
    private static final double SHADE = 0.5;

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
            figure(
                    html,
                    GrayPng.encode(inverted(digit.pixels()), digit.rows(), digit.columns()),
                    "answer.seen",
                    "answer.seen.note");
            figure(html, map(digit, gradient.get()), "answer.map", "answer.map.note");
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
                html.text(", " + texts.text("answer.or", other(prediction)));
            }
        } else if (answer.isNoDigit()) {
            html.element("strong", texts.text("answer.none"));
            answer.refused().ifPresent(refused -> html.text(" " + texts.text("answer.like", name(refused.digit()))));
        } else {
            html.element("strong", texts.text("answer.unread")).text(" ");
            html.element("span", answer.error().orElse(""), "lang", "en");
        }
    }

    /** The digit that it could also be: by other looks at the picture, or else the second by probability. */
    private String other(Prediction prediction) {
        return answer.warnings().stream()
                .filter(warning -> warning.startsWith(Answer.COULD_BE))
                .map(warning -> warning.substring(Answer.COULD_BE.length()))
                .findFirst()
                .orElseGet(() -> name(prediction.ranking().get(1)));
    }

    /** The warnings that a drawing often gets are translated. */
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
            html.element("meter", "", "value", String.format(Locale.ROOT, "%.4f", probability), "aria-label", name(k));
            html.element("span", percent(probability)).close();
        }
        html.close();
    }

    private void figure(Html html, byte[] png, String title, String note) {
        html.open("figure");
        html.empty(
                "img",
                "class",
                "digit",
                "alt",
                texts.text(title),
                "src",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
        html.open("figcaption")
                .element("b", texts.text(title))
                .text(" " + texts.text(note))
                .close();
        html.close();
    }

    private static byte[] inverted(byte[] ink) {
        byte[] light = ink.clone();
        for (int i = 0; i < light.length; i++) {
            light[i] = (byte) ~light[i];
        }
        return light;
    }

    /** The gradient in colors over the digit in gray, on a scale of its own. */
    static byte[] map(PreparedDigit digit, double[] gradient) {
        double most = Double.MIN_NORMAL;
        for (double slope : gradient) {
            most = Math.max(most, Math.abs(slope));
        }
        byte[] samples = new byte[3 * gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            double strength = Math.abs(gradient[i]) / most;
            double light = 1 - SHADE * (digit.pixels()[i] & 0xff) / 255;
            for (int channel = 0; channel < 3; channel++) {
                int hue = (gradient[i] > 0 ? FOR : AGAINST)[channel];
                samples[3 * i + channel] = (byte) Math.round(light * (255 + strength * (hue - 255)));
            }
        }
        return ColorPng.encode(samples, digit.rows(), digit.columns());
    }

    private String name(int k) {
        return classNames.get(k);
    }

    private static String percent(double probability) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * probability);
    }
}
