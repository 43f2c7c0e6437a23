package nn.serve;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nn.eval.Classifier;

/**
 * What a server serves, and where.
 *
 * @param host the name or address to listen on
 * @param port the port; 0 for any that is free
 * @param model the model that answers unless a request names another
 * @param shipped the model that ships with nn
 * @param segments loads the network that tells whole digits from pieces, for pictures with several
 * @param loader reads a model's file
 * @param runs the directory of the runs
 * @param examples the directory for saved examples; made when the first is saved
 * @param messages gets a line for each failure that is a bug
 */
public record Settings(
        String host,
        int port,
        Path model,
        Path shipped,
        Supplier<Classifier> segments,
        Function<Path, Classifier> loader,
        Path runs,
        Path examples,
        Consumer<String> messages) {}
