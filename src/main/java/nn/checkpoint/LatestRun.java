package nn.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.files.TemporaryFile;
import nn.files.WriteFailure;

/** The symbolic link {@code latest} beside the runs, which leads to the run that finished last. */
public final class LatestRun {

    private static final String LINK = "latest";

    private LatestRun() {}

    /**
     * Points the link at the run, in one step. The link is relative, so that the parent directory can be moved. On a file
     * system without symbolic links this does nothing, and {@link #model} uses the names of the runs.
     *
     * @throws NnException ENVIRONMENT if something else has the name, or an older link cannot be replaced
     */
    public static void point(RunDirectory run) {
        Path path = run.path().toAbsolutePath();
        Path link = path.resolveSibling(LINK);
        requireFree(path.getParent());
        boolean hadLink = Files.isSymbolicLink(link);
        Path temporary = TemporaryFile.nameIn(path.getParent());
        try {
            Files.createSymbolicLink(temporary, path.getFileName());
            try {
                Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
        } catch (IOException | UnsupportedOperationException e) {
            if (hadLink) {
                throw new NnException(
                        Kind.ENVIRONMENT,
                        link + ": cannot be pointed at " + path.getFileName()
                                + "; remove it, because it leads to an older run",
                        e);
            }
        }
    }

    /**
     * Requires that the link can be made or replaced in a directory of runs. Call it before the training, too.
     *
     * @throws NnException ENVIRONMENT if something else has the name
     */
    public static void requireFree(Path base) {
        Path link = base.resolve(LINK);
        if (!Files.isSymbolicLink(link) && Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw NnException.of(
                    Kind.ENVIRONMENT,
                    link,
                    "is not a symbolic link",
                    "remove it, so that it can lead to the newest run");
        }
    }

    /**
     * Does the same as {@link #point} for a resumed run, but only if {@link RunDirectory#unused} named its directory. A user
     * who chose the directory wants no link.
     *
     * @throws NnException as above
     */
    public static void pointIfNamedByTime(RunDirectory run) {
        try {
            RunDirectory real = new RunDirectory(run.path().toRealPath());
            if (real.isNamedByTime()) {
                point(real);
            }
        } catch (IOException e) {
            throw WriteFailure.of(run.path(), e);
        }
    }

    /**
     * The model of the newest finished run in the base directory: the link's target, or without a link the last good run by its
     * name, if that begins with its time.
     *
     * @param good whether a finished run with a model is worth using
     * @throws NnException BAD_CHECKPOINT if the base cannot be listed
     */
    public static Optional<Path> model(Path base, Predicate<RunDirectory> good) {
        Path link = base.resolve(LINK);
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new RunDirectory(link).model()).filter(Files::isRegularFile);
        }
        if (!Files.isDirectory(base)) {
            return Optional.empty();
        }
        try (Stream<Path> runs = Files.list(base)) {
            return runs.map(RunDirectory::new)
                    .filter(run -> run.isNamedByTime() && run.isFinished() && Files.isRegularFile(run.model()))
                    .sorted(Comparator.comparing((RunDirectory run) ->
                                    run.path().getFileName().toString())
                            .reversed())
                    .filter(good)
                    .findFirst()
                    .map(RunDirectory::model);
        } catch (IOException | UncheckedIOException e) {
            throw new NnException(
                    Kind.BAD_CHECKPOINT,
                    base + ": cannot be listed (" + UntrustedText.escaped(e.toString())
                            + "); name a model with --model",
                    e);
        }
    }
}
