package nn.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import nn.NnException;
import nn.eval.Predictor;
import nn.image.Picture;
import nn.image.decode.ImageFile;
import nn.image.prepare.Polarity;
import nn.pictures.Answer;
import nn.pictures.PictureJudge;
import nn.read.PageReader;
import nn.read.ReadOptions;
import nn.read.Reading;
import nn.report.PredictionJson;
import nn.report.ReadingJson;

/** Answers pictures, as {@code nn predict} and {@code nn read} do. */
final class PictureApi {

    /** What a picture is called in answers, as it has no file. */
    private static final String NAME = "picture";

    /** As {@code nn read} does without flags. */
    private static final ReadOptions READING = new ReadOptions(
            Polarity.AUTO, OptionalInt.empty(), Optional.empty(), Optional.empty(), ReadOptions.MIN_CONFIDENCE);

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
                PredictionJson.of(
                        model.choice().file().toString(),
                        List.of(answer),
                        model.judge().classifier().classNames()));
    }

    /** The document of {@code nn read --json}. It has the status 422 if the picture could not be read. */
    Reply read(Request request) throws IOException {
        Models.Loaded model = models.named(request.parameter("model"));
        Reading reading = reading(request.picture(), model);
        return Reply.json(
                reading.page().isPresent() ? 200 : 422,
                ReadingJson.of(
                        model.choice().file().toString(),
                        List.of(reading),
                        model.judge().classifier().classNames()));
    }

    /** The numbers in a picture, without the picture. */
    Reading reading(byte[] picture, Models.Loaded model) {
        return workersFor(picture).run(() -> {
            try (PageReader reader = new PageReader(models.networks(model), READING, 1)) {
                Picture page = ImageFile.read(new ByteArrayInputStream(picture), ImageFile.PAGE_SIDE, NAME);
                return Reading.of(NAME, page, reader.read(page)).withoutPicture();
            } catch (NnException e) {
                return Reading.failed(NAME, e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("memory can be read", e);
            }
        });
    }

    /** The answer to a picture; one that cannot be read gets an answer with an error. */
    Answer answer(byte[] picture, Models.Loaded model) {
        return decoded(
                picture,
                model,
                (decoded, predictor) -> model.judge().answer(NAME, decoded, predictor),
                unread -> unread);
    }

    /** The answer by the plain reading alone, which takes a few milliseconds. */
    PictureJudge.First first(byte[] picture, Models.Loaded model) {
        return decoded(
                picture,
                model,
                (decoded, predictor) -> model.judge().first(NAME, decoded, predictor),
                unread -> new PictureJudge.First(unread, true));
    }

    private <T> T decoded(
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
