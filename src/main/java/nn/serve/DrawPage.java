package nn.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.eval.InputGradient;
import nn.image.GrayPng;
import nn.image.prepare.PreparedDigit;
import nn.pictures.Answer;
import nn.pictures.LabeledPictures;
import nn.pictures.PictureJudge;
import nn.read.Page;
import nn.report.page.Html;

/** The page to draw on. It is a form for a picture, and the script sends that form after each stroke. */
final class DrawPage {

    /** Whether there is no further answer to wait for. */
    private static final String LAST = "Nn-Last";

    private static final int WARM_SIDE = 200;
    private static final int WARM_ROUNDS = 100;

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
        if (request.parameter("save").isPresent()) {
            String part = saved(texts, request);
            return request.query("part").isPresent() ? Reply.html(part) : page(texts, request, part);
        }
        Models.Loaded model = models.named(request.parameter("model"));
        if (request.query("first").isPresent()) {
            PictureJudge.First first = pictures.first(request.picture(), model);
            boolean last = first.last() && !hasSeveralDigits(first.answer());
            return Reply.html(part(texts, model, first.answer())).with(LAST, String.valueOf(last));
        }
        String part = part(texts, model, request.picture());
        return request.query("part").isPresent() ? Reply.html(part) : page(texts, request, part);
    }

    /** The answer to a picture: its number, if it has several digits, or else its digit. */
    private String part(Texts texts, Models.Loaded model, byte[] picture) {
        Answer answer = pictures.answer(picture, model);
        if (hasSeveralDigits(answer)) {
            Optional<Page> page = pictures.reading(picture, model)
                    .page()
                    .filter(read -> read.digits().size() > 1);
            if (page.isPresent()) {
                return new NumberPart(texts, page.get(), digit -> gradient(model, digit.prepared(), digit.digit()))
                        .html();
            }
        }
        return part(texts, model, answer);
    }

    private static boolean hasSeveralDigits(Answer answer) {
        return answer.warnings().contains(PreparedDigit.SEVERAL_DIGITS);
    }

    private String part(Texts texts, Models.Loaded model, Answer answer) {
        Optional<double[]> gradient = AnswerPart.seen(answer)
                .flatMap(prediction -> answer.prepared().map(digit -> gradient(model, digit, prediction.digit())));
        return new AnswerPart(texts, model.judge().classifier().classNames(), answer, gradient).html();
    }

    private double[] gradient(Models.Loaded model, PreparedDigit digit, int k) {
        return workers.run(() -> InputGradient.of(model.judge().classifier(), digit.pixels(), k));
    }

    /** Answers a picture of a stroke until it is interrupted, or the JVM has probably compiled the code for those who wait. */
    void warmUp() {
        byte[] samples = new byte[WARM_SIDE * WARM_SIDE];
        for (int i = 0; i < samples.length; i++) {
            int fromMiddle = Math.abs(i % WARM_SIDE - WARM_SIDE / 2);
            boolean inside = Math.abs(i / WARM_SIDE - WARM_SIDE / 2) < WARM_SIDE / 3;
            samples[i] = (byte) (inside && fromMiddle < WARM_SIDE / 20 ? 0 : 255);
        }
        byte[] picture = GrayPng.encode(samples, WARM_SIDE, WARM_SIDE);
        Models.Loaded model = models.named(Optional.empty());
        try {
            for (int round = 0; round < WARM_ROUNDS && !Thread.currentThread().isInterrupted(); round++) {
                part(
                        new Texts(Language.EN),
                        model,
                        pictures.first(picture, model).answer());
            }
        } catch (Refusal e) {
            // Interrupted, or others have much to do: they warm it up.
            return;
        }
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
        String blank = new Html()
                .element("p", texts.text("draw.hint"), "class", "summary")
                .toString();
        parts.put("blank", blank);
        parts.put("answer", answer.isEmpty() ? blank : answer);
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
