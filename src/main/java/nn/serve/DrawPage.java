package nn.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.eval.Classifier;
import nn.eval.InputGradient;
import nn.eval.Prediction;
import nn.image.prepare.PreparedDigit;
import nn.pictures.Answer;
import nn.pictures.LabeledPictures;
import nn.report.page.Html;

/** The page to draw on. It is a form for a picture, and the script sends that form after each stroke. */
final class DrawPage {

    private final Models models;
    private final PictureApi pictures;
    private final Workers workers;
    private final Examples examples;

    DrawPage(Models models, PictureApi pictures, Workers workers, Examples examples) {
        this.models = models;
        this.pictures = pictures;
        this.workers = workers;
        this.examples = examples;
    }

    Reply show(Request request) throws IOException {
        Texts texts = new Texts(request.language());
        return page(texts, request, "");
    }

    /** The answer to the form: within the page, or alone for the script. */
    Reply answer(Request request) throws IOException {
        Texts texts = new Texts(request.language());
        String part = request.parameter("save").isPresent() ? saved(texts, request) : answered(texts, request);
        return request.query("part").isPresent() ? Reply.html(part) : page(texts, request, part);
    }

    private String answered(Texts texts, Request request) throws IOException {
        Models.Loaded model = models.named(request.parameter("model"));
        Classifier classifier = model.judge().classifier();
        Answer answer = pictures.answer(request.picture(), model);
        return new AnswerPart(texts, classifier.classNames(), answer, gradient(classifier, answer)).html();
    }

    private Optional<double[]> gradient(Classifier classifier, Answer answer) {
        Optional<Prediction> seen = AnswerPart.seen(answer);
        Optional<PreparedDigit> digit = answer.prepared();
        return seen.isPresent() && digit.isPresent()
                ? Optional.of(workers.run(() -> InputGradient.of(
                        classifier, digit.get().pixels(), seen.get().digit())))
                : Optional.empty();
    }

    private String saved(Texts texts, Request request) throws IOException {
        Examples.Saved saved = examples.keep(request);
        return new Html()
                .element("p", texts.text("save.done", saved.label(), saved.file()), "class", "summary")
                .toString();
    }

    private Reply page(Texts texts, Request request, String answer) throws IOException {
        String chosen = request.parameter("model").orElse("");
        Html choices = new Html();
        for (Models.Choice choice : models.choices()) {
            option(
                    choices,
                    choice.name(),
                    choice.name() + " (" + choice.file() + ")",
                    choice.name().equals(chosen));
        }
        Html labels = new Html();
        List<String> names = new ArrayList<>(
                models.named(Optional.empty()).judge().classifier().classNames());
        names.forEach(name -> option(labels, name, name, false));
        option(labels, LabeledPictures.NO_DIGIT, texts.text("save.none"), false);
        Map<String, String> parts = new HashMap<>();
        parts.put("models", choices.toString());
        parts.put("labels", labels.toString());
        parts.put("answer", answer.isEmpty() ? texts.fill("blank.html", Map.of()) : answer);
        return Frame.page(texts, Frame.Tab.DRAW, texts.fill("draw.html", parts));
    }

    private static void option(Html html, String value, String text, boolean selected) {
        if (selected) {
            html.element("option", text, "value", value, "selected", "selected");
        } else {
            html.element("option", text, "value", value);
        }
    }
}
