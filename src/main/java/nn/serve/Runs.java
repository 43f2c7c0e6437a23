package nn.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.TrainingProgress;
import nn.json.Json;
import nn.report.Report;
import nn.report.page.LiveCharts;

/** The runs in a directory. Requests name a run by its place in this list, so no name leads out of it. */
final class Runs {

    private static final int MOST = 500;

    /** Charts of many epochs take long to draw; they are as old as this at most. */
    private static final long CHART_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path base;
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Charts> charts = new ConcurrentHashMap<>();

    Runs(Path base) {
        this.base = base;
    }

    /** A run. */
    record Run(String name, RunDirectory directory) {

        /** How far it is; empty if no process trains it. */
        Optional<TrainingProgress> training() {
            if (directory.isFinished() || !Files.isRegularFile(directory.progress())) {
                return Optional.empty();
            }
            try {
                return Optional.of(Json.read(directory.progress(), TrainingProgress.class, Kind.BAD_CHECKPOINT))
                        .filter(TrainingProgress::isAlive);
            } catch (NnException e) {
                // It ended just now and removed the file, or another version wrote it.
                return Optional.empty();
            }
        }
    }

    /** The result of a finished run, in words. */
    record Outcome(long modified, String architecture, String preset, Optional<Double> accuracy) {}

    /** The charts of a training, and when they were drawn. */
    private record Charts(long modified, long drawnNanos, String markup) {}

    /** The charts of a training's finished epochs, for all who watch; empty if its history cannot be read. */
    String charts(Run run) {
        long modified = run.directory().history().toFile().lastModified();
        return charts.compute(run.name(), (name, known) -> {
                    boolean current = known != null
                            && (known.modified() == modified || System.nanoTime() - known.drawnNanos() < CHART_NANOS);
                    return current ? known : new Charts(modified, System.nanoTime(), drawn(run));
                })
                .markup();
    }

    private static String drawn(Run run) {
        try {
            return LiveCharts.of(run.directory());
        } catch (NnException e) {
            // Another version's history. The numbers of the training do without.
            return "";
        }
    }

    /** The newest first. Links are left out: they lead elsewhere, or to a run of this list. */
    List<Run> all() {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(base)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> new Run(entry.getFileName().toString(), new RunDirectory(entry)))
                    .filter(run -> Files.isRegularFile(run.directory().config()))
                    .sorted(Comparator.comparing(Run::name).reversed())
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** @throws Refusal 404 if there is no such run */
    Run named(String name) {
        return all().stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "there is no such run"));
    }

    /** What is known of a run; empty if its files cannot be read. It is kept, as a report is large. */
    Optional<Outcome> outcome(Run run) {
        boolean finished = run.directory().isFinished();
        Path file = finished ? run.directory().report() : run.directory().config();
        long modified = file.toFile().lastModified();
        Outcome known = outcomes.get(run.name());
        if (known != null && known.modified() == modified) {
            return Optional.of(known);
        }
        try {
            Outcome outcome = finished ? finished(file, modified) : begun(file, modified);
            outcomes.put(run.name(), outcome);
            return Optional.of(outcome);
        } catch (NnException e) {
            // Another version wrote it. The run is listed by its name.
            return Optional.empty();
        }
    }

    private static Outcome finished(Path file, long modified) {
        Report report = Json.read(file, Report.class, Kind.BAD_CHECKPOINT);
        return new Outcome(
                modified,
                report.architecture(),
                report.preset(),
                report.result().map(result -> result.accuracy()));
    }

    private static Outcome begun(Path file, long modified) {
        RunConfig config = Json.read(file, RunConfig.class, Kind.BAD_CHECKPOINT);
        return new Outcome(modified, "", config.training().preset(), Optional.empty());
    }
}
