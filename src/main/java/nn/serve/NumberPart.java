package nn.serve;

import java.util.List;
import java.util.function.Function;
import nn.read.Page;
import nn.report.page.Html;

/**
 * Several digits that were read as numbers, as a part of a page.
 *
 * @param page with at least one digit
 * @param gradient the gradient of a digit's answer by the pixels that the network saw
 */
record NumberPart(Texts texts, Page page, Function<Page.Digit, double[]> gradient) {

    /** More would make a long page. */
    private static final int MOST_SHOWN = 20;

    String html() {
        Html html = new Html();
        double confidence =
                page.lines().stream().mapToDouble(Page.Line::confidence).reduce(1, (a, b) -> a * b);
        html.open("p", "class", "summary");
        html.element("b", page.text().strip().replace("\n", " / "), "class", "digit")
                .text(" " + AnswerPart.percent(confidence));
        html.close();
        html.element("p", texts.text("answer.map.note"), "class", "note");
        html.open("ol", "class", "digits", "aria-label", texts.text("answer.digits"));
        List<Page.Digit> digits = page.digits();
        for (Page.Digit digit : digits.subList(0, Math.min(MOST_SHOWN, digits.size()))) {
            html.open("li");
            html.element("b", digit.text()).text(" " + AnswerPart.percent(digit.confidence()));
            image(html, "answer.seen", DigitPictures.seen(digit.prepared()));
            image(html, "answer.map", DigitPictures.map(digit.prepared(), gradient.apply(digit)));
            html.close();
        }
        return html.close().toString();
    }

    private void image(Html html, String key, String data) {
        html.empty("img", "class", "digit", "alt", texts.text(key), "src", data);
    }
}
