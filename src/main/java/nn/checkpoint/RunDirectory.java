package nn.checkpoint;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;
import nn.ShellWord;
import nn.files.AtomicFile;
import nn.files.DiskSpace;
import nn.files.DurableDirectory;
import nn.files.TemporaryFile;
import nn.files.WriteFailure;
import nn.train.Stage;

/**
 * The directory of one training run and its files. The directory need not exist; {@link #create} and {@link #reopen} see to
 * that. Only the holder of their lock may write here.
 */
public record RunDirectory(Path path) {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The run's configuration, written first. It is enough to start the run again. */
    public Path config() {
        return path.resolve("config.json");
    }

    /** One line of numbers for each epoch. */
    public Path history() {
        return path.resolve("history.csv");
    }

    /** The best model by validation. */
    public Path model() {
        return path.resolve("model.safetensors");
    }

    /** The state from which the run can be resumed. */
    public Path last() {
        return path.resolve("last.safetensors");
    }

    /** A finished network of a run that trains several. */
    public Path network(Stage stage) {
        return path.resolve(stage.label() + ".safetensors");
    }

    /** The report, written last. A run with a report is finished. */
    public Path report() {
        return path.resolve("report.json");
    }

    /** The report as a web page. */
    public Path reportPage() {
        return path.resolve("report.html");
    }

    /** All files of a run, in the order in which a new run removes them: a file goes before the files that it depends on. */
    private List<Path> files() {
        return List.of(reportPage(), report(), history(), last(), model(), config());
    }

    /** Whether the directory has any file of a run. */
    boolean holdsRun() {
        return files().stream().anyMatch(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Whether the directory holds a finished run. */
    public boolean isFinished() {
        return Files.isRegularFile(report());
    }

    /**
     * Creates a directory {@code <base>/<UTC time>-<preset>}, such as {@code runs/20261122T061500Z-fast}, with a number at
     * the end if two runs start in the same second.
     *
     * @throws NnException ENVIRONMENT if it cannot be made
     */
    public static RunDirectory unused(Path base, Instant startedAt, String preset) {
        String name = NAME.format(startedAt) + "-" + preset;
        for (int number = 1; ; number++) {
            Path path = base.resolve(number == 1 ? name : name + "-" + number);
            try {
                DurableDirectory.make(base);
                Files.createDirectory(path);
                AtomicFile.forceDirectory(base);
                return new RunDirectory(path);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(base)) {
                    throw NnException.of(
                            Kind.ENVIRONMENT, base, "is a file", "remove it or give a directory with --out");
                }
            } catch (IOException e) {
                throw WriteFailure.of(path, e);
            }
        }
    }

    /** Whether {@link #unused} named this directory. */
    boolean isNamedByTime() {
        return path.getFileName() != null && path.getFileName().toString().matches("[0-9]{8}T[0-9]{6}Z-.+");
    }

    /**
     * Prepares the directory for a new run. Creates it and its parents, takes the lock, tests that files can be written,
     * clears temporary files of dead processes, removes the old run's files if forced, and writes the configuration. Call it
     * after all other checks of the run.
     *
     * @param config the content of {@link #config}
     * @param bytes the space that the run's files need, including temporary files
     * @throws NnException ENVIRONMENT if the directory holds a run or other files and {@code force} is false, or if it has
     *     too little space, is not writable, or is locked by another run; nothing is then changed, and no new directory is
     *     left
     */
    public RunLock create(String config, long bytes, boolean force) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw NnException.of(Kind.ENVIRONMENT, path, "is a file", "name a directory");
        }
        refuseIfOccupied(force);
        boolean made = !Files.exists(path) || isNamedByTime() && !holdsFiles(name -> true);
        boolean ready = false;
        try {
            DurableDirectory.make(path);
            RunLock lock = locked(made, () -> {
                // Checked again under the lock: another process may have started a run here meanwhile.
                refuseIfOccupied(force);
                List<Path> old = new ArrayList<>(files());
                old.addAll(old.indexOf(config()), networks());
                DiskSpace.require(
                        path,
                        bytes
                                - old.stream()
                                        .mapToLong(file -> file.toFile().length())
                                        .sum());
                for (Path file : old) {
                    Files.deleteIfExists(AtomicFile.followLinks(file));
                }
                AtomicFile.write(config(), config);
            });
            ready = true;
            return lock;
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        } finally {
            if (made && !ready) {
                // Deletes the directory only if it is empty: another process may have started a run here.
                path.toFile().delete();
            }
        }
    }

    private List<Path> networks() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(file -> file.getFileName().toString().matches("(member|refit)-[0-9]+\\.safetensors"))
                    .toList();
        }
    }

    /**
     * Takes the lock on the directory of a run, to resume it.
     *
     * @throws NnException BAD_CHECKPOINT if the directory holds no run, ENVIRONMENT if another process has locked it or it is
     *     not writable
     */
    public RunLock reopen() {
        if (!Files.isRegularFile(config())) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT, path, "holds no run (config.json is missing)", "give the directory of a run");
        }
        return locked(false, () -> {});
    }

    /**
     * Removes the reports of a run that is resumed, so that it does not count as finished. Only the holder of the lock may
     * call this.
     *
     * @throws NnException ENVIRONMENT if they cannot be removed
     */
    public void removeReports() {
        try {
            for (Path file : List.of(reportPage(), report())) {
                Files.deleteIfExists(AtomicFile.followLinks(file));
            }
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        }
    }

    private void refuseIfOccupied(boolean force) {
        for (Path file : files()) {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw NnException.of(
                        Kind.ENVIRONMENT,
                        file,
                        "is not a regular file, but has the name of a file of the run",
                        "remove it or choose another directory with --out");
            }
        }
        if (holdsRun() && !force) {
            throw NnException.of(
                    Kind.ENVIRONMENT,
                    path,
                    "already holds a run",
                    "resume it with --resume " + ShellWord.of(path)
                            + ", replace it with --force, or choose another directory");
        }
        if (!force && holdsFiles(name -> !name.startsWith(".") && !name.equals("lost+found"))) {
            throw NnException.of(
                    Kind.ENVIRONMENT,
                    path,
                    "holds other files and no run",
                    "choose another directory with --out, or add the run to them with --force");
        }
    }

    /** Whether the directory has files that are no run's. Hidden files do not count: they belong to the system or to nn. */
    private boolean holdsFiles(Predicate<String> names) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(file -> names.test(file.getFileName().toString()));
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        }
    }

    private interface Preparation {
        void run() throws IOException;
    }

    /** @param made whether the directory is new; if the run is refused, its lock file is removed again */
    private RunLock locked(boolean made, Preparation preparation) {
        RunLock lock = RunLock.acquire(this);
        boolean ready = false;
        try {
            TemporaryFile.clearStale(path);
            TemporaryFile.probe(path);
            preparation.run();
            ready = true;
            return lock;
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        } finally {
            if (!ready) {
                lock.close();
            }
            if (!ready && made) {
                path.resolve(RunLock.FILE).toFile().delete();
            }
        }
    }
}
