package nn.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import nn.NnException;
import nn.eval.Predictor;
import nn.image.Picture;
import nn.image.decode.ImageFile;
import nn.pictures.Answer;
import nn.pictures.PictureJudge;
import nn.report.PredictionJson;

/** Answers pictures, as {@code nn predict} does. */
final class PictureApi {

    /** What a picture is called in answers, as it has no file. */
    private static final String NAME = "picture";

    /** A larger picture takes long. */
    private static final long SMALL_PIXELS = 1_000_000;

    private final Models models;
    private final Workers quick;
    private final Workers slow;

    PictureApi(Models models, Workers quick, Workers slow) {
        this.models = models;
        this.quick = quick;
        this.slow = slow;
    }

    /** Who works on a picture. A large one, which takes long and much memory, does not hold up small ones. */
    Workers workersFor(byte[] picture) {
        return ImageFile.pixels(picture).orElse(Long.MAX_VALUE) <= SMALL_PIXELS ? quick : slow;
    }

    /** The document of {@code nn predict --json}. It has the status 422 if the picture could not be read. */
    Reply predict(Request request) throws IOException {
        Models.Loaded model = models.named(request.parameter("model"));
        Answer answer = answer(request.picture(), model);
        return Reply.json(
                answer.prepared().isPresent() ? 200 : 422,
                PredictionJson.of(model.choice().file().toString(), List.of(answer)));
    }

    /** The answer to a picture; one that cannot be read gets an answer with an error. */
    Answer answer(byte[] picture, Models.Loaded model) {
        return read(
                picture,
                model,
                (decoded, predictor) -> model.judge().answer(NAME, decoded, predictor),
                unread -> unread);
    }

    /** The answer by the plain reading alone, which takes a few milliseconds. */
    PictureJudge.First first(byte[] picture, Models.Loaded model) {
        return read(
                picture,
                model,
                (decoded, predictor) -> model.judge().first(NAME, decoded, predictor),
                unread -> new PictureJudge.First(unread, true));
    }

    private <T> T read(
            byte[] picture,
            Models.Loaded model,
            BiFunction<Picture, Predictor, T> work,
            Function<Answer, T> otherwise) {
        return workersFor(picture)
                .run(() -> model.with(predictor -> {
                    try {
                        return work.apply(ImageFile.read(new ByteArrayInputStream(picture), NAME), predictor);
                    } catch (NnException e) {
                        return otherwise.apply(Answer.unread(NAME, e.getMessage()));
                    } catch (IOException e) {
                        throw new UncheckedIOException("memory can be read", e);
                    }
                }));
    }
}
