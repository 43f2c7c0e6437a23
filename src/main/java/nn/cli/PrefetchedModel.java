package nn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import nn.NnException;
import nn.safetensors.SafeTensors;

/** The model's file, read while the command line still is, as most often that does not name it. ND4J is left alone. */
final class PrefetchedModel {

    /** What is larger would be a burden to the memory if it is not used. */
    private static final long MOST_BYTES = 64 << 20;

    private record Found(Path file, Optional<SafeTensors> content) {}

    private Optional<Future<Found>> reading;

    private PrefetchedModel(Optional<Future<Found>> reading) {
        this.reading = reading;
    }

    /** For commands that need no model, or whose model is known before they begin. */
    static PrefetchedModel none() {
        return new PrefetchedModel(Optional.empty());
    }

    /** Begins to read the model that {@code nn predict} takes, unless these arguments name another one. */
    static PrefetchedModel start(String... arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("--model")) {
                return none();
            }
        }
        // Not a lambda, see Background.
        return new PrefetchedModel(Optional.of(Background.start(new Supplier<>() {
            @Override
            public Found get() {
                Path file = ModelOption.find();
                boolean small = file.toFile().length() <= MOST_BYTES;
                return new Found(file, small ? Optional.of(SafeTensors.read(file)) : Optional.empty());
            }
        })));
    }

    /**
     * A file's content: what was read early, if it is that file, which is forgotten then.
     *
     * @throws NnException BAD_CHECKPOINT if it is missing or damaged, ENVIRONMENT if it does not fit the memory
     */
    SafeTensors content(Path file) {
        Optional<Future<Found>> begun = reading;
        reading = Optional.empty();
        return begun.flatMap(work -> read(work, file)).orElseGet(() -> SafeTensors.read(file));
    }

    /** What was read, if it was that file: a training that has just ended may have changed which one is used. */
    private static Optional<SafeTensors> read(Future<Found> work, Path file) {
        try {
            Found found = Background.result(work);
            return found.file().equals(file) ? found.content() : Optional.empty();
        } catch (NnException e) {
            // Whoever reads it now says so.
            return Optional.empty();
        }
    }
}
