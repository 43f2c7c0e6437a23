package nn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import nn.NnException;
import nn.checkpoint.SafeTensors;

/**
 * The model's file, read while the command line still is: its checksum takes as long as that. Most often the command line does not
 * name it; if it does, nothing is lost but the work of a core that was idle. ND4J is left alone.
 */
final class EarlyModel {

    private record Found(Path file, SafeTensors content) {
    }

    private final Optional<Future<Found>> reading;

    private EarlyModel(Optional<Future<Found>> reading) {
        this.reading = reading;
    }

    /** For commands that need no model, or whose model is known before they begin. */
    static EarlyModel none() {
        return new EarlyModel(Optional.empty());
    }

    /** Begins to read the model that {@code nn predict} takes if it is told no other one. */
    static EarlyModel begin() {
        // Not a lambda: the program's first one takes 10 ms to link.
        return new EarlyModel(Optional.of(Background.start(new Supplier<>() {
            @Override
            public Found get() {
                Path file = ModelChoice.find();
                return new Found(file, SafeTensors.read(file));
            }
        })));
    }

    /**
     * The content of the file that is used where none is named.
     *
     * @throws NnException BAD_CHECKPOINT if it is missing or damaged
     */
    SafeTensors content(Path file) {
        if (reading.isPresent()) {
            Found found = Background.result(reading.get());
            // A training that has just ended may have changed which one it is.
            if (found.file().equals(file)) {
                return found.content();
            }
        }
        return SafeTensors.read(file);
    }
}
