package nn.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import nn.eval.Classifier;
import nn.eval.Predictor;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import nn.pictures.PictureJudge;
import nn.read.Networks;

/** The models that may answer: the standard one, the one that ships with nn, and those of finished runs. */
final class Models {

    private static final int MOST_LOADED = 4;
    private static final String STANDARD = "standard";

    /** A model to choose. Its name is its place in the list, so that a request names no file. */
    record Choice(String name, Path file) {}

    /** A loaded model, and when its file was changed: a repeated run has another one. */
    record Loaded(Choice choice, long modified, PictureJudge judge, Queue<Predictor> predictors) {

        /** Computes with a predictor that no other thread uses meanwhile. */
        <T> T with(Function<Predictor, T> work) {
            Predictor own = Optional.ofNullable(predictors.poll()).orElseGet(judge::predictor);
            try {
                return work.apply(own);
            } finally {
                predictors.add(own);
            }
        }
    }

    private final Choice standard;
    private final Path shipped;
    private final Runs runs;
    private final Function<Path, Classifier> loader;
    private final Map<Choice, Loaded> loaded = new LinkedHashMap<>(MOST_LOADED, 0.75f, true);
    private final Loaded first;
    private final Classifier segments;

    /** @throws nn.NnException BAD_CHECKPOINT if the standard model or the segment network cannot be used */
    Models(Settings settings, Runs runs) {
        standard = new Choice(STANDARD, settings.model());
        shipped = settings.shipped();
        this.runs = runs;
        loader = settings.loader();
        segments = settings.segments().get();
        first = load(standard);
    }

    /** The standard model comes first. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>(List.of(standard));
        if (Files.isRegularFile(shipped)) {
            choices.add(new Choice("shipped", shipped));
        }
        runs.all().stream()
                .filter(run -> run.directory().isFinished()
                        && Files.isRegularFile(run.directory().model()))
                .map(run -> new Choice(run.name(), run.directory().model()))
                .forEach(choices::add);
        return choices;
    }

    /**
     * The model of a name; the standard one without.
     *
     * @throws Refusal 404 if there is no such model
     * @throws nn.NnException BAD_CHECKPOINT if it cannot be used
     */
    Loaded named(Optional<String> name) {
        if (name.isEmpty() || name.get().isEmpty() || name.get().equals(STANDARD)) {
            return first;
        }
        Choice choice = choices().stream()
                .filter(known -> known.name().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "there is no such model; /api/model lists them"));
        synchronized (loaded) {
            long modified = choice.file().toFile().lastModified();
            Loaded found = loaded.compute(
                    choice, (key, known) -> known != null && known.modified() == modified ? known : load(key));
            if (loaded.size() > MOST_LOADED) {
                loaded.remove(loaded.keySet().iterator().next());
            }
            return found;
        }
    }

    /** With what the numbers in a picture are read. */
    Networks networks(Loaded model) {
        return new Networks(model.judge()::classifier, () -> segments);
    }

    private Loaded load(Choice choice) {
        long modified = choice.file().toFile().lastModified();
        PictureJudge judge = new PictureJudge(loader.apply(choice.file()), new DigitPreparation(Polarity.AUTO, false));
        return new Loaded(choice, modified, judge, new ConcurrentLinkedQueue<>());
    }
}
