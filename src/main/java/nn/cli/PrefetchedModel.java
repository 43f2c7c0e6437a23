package nn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import nn.NnException;
import nn.safetensors.SafeTensors;

/**
 * The default model, read while the command line is still parsed, because most command lines name no model. It does not load
 * ND4J.
 */
final class PrefetchedModel {

    /** Larger files are not prefetched, because they may turn out to be unneeded. */
    private static final long MOST_BYTES = 64 << 20;

    private record Found(Path file, Optional<SafeTensors> content) {}

    private Optional<Future<Found>> reading;

    private PrefetchedModel(Optional<Future<Found>> reading) {
        this.reading = reading;
    }

    /** Reads nothing in advance. */
    static PrefetchedModel none() {
        return new PrefetchedModel(Optional.empty());
    }

    /** Starts to read the default model of {@code nn predict}, unless the arguments name a model. */
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
     * The content of a file: the prefetched content if it is the same file, or else it is read now. The prefetched content is
     * given only once.
     *
     * @throws NnException BAD_CHECKPOINT if the file is missing or damaged, ENVIRONMENT if it does not fit into memory
     */
    SafeTensors content(Path file) {
        Optional<Future<Found>> begun = reading;
        reading = Optional.empty();
        return begun.flatMap(work -> read(work, file)).orElseGet(() -> SafeTensors.read(file));
    }

    /** The prefetched content, if it is the same file: a training that just ended may have changed the default. */
    private static Optional<SafeTensors> read(Future<Found> work, Path file) {
        try {
            Found found = Background.result(work);
            return found.file().equals(file) ? found.content() : Optional.empty();
        } catch (NnException e) {
            // The second attempt to read it reports the failure.
            return Optional.empty();
        }
    }
}
