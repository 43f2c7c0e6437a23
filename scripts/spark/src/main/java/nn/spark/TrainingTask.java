package nn.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import nn.NnException.Kind;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;

/**
 * Runs a training on a worker and puts its run's directory among the results. A run that is there already is not done again, so a stopped job
 * goes on.
 *
 * @param nn the program, at the same place on all workers
 * @param threads for each training
 * @param output the directory of all runs
 */
record TrainingTask(RemoteFiles files, String nn, int threads, String output)
        implements Function<Training, Training.Outcome> {

    /** From here on, the exit code tells of a signal. */
    private static final int SIGNAL = 128;

    private static final String FINISHED = "report.json";
    private static final String FLAGS = "flags.txt";

    @Override
    public Training.Outcome call(Training training) throws IOException, InterruptedException {
        Path target = new Path(output, training.name());
        FileSystem system = files.of(target);
        system.setWriteChecksum(false);
        if (system.exists(new Path(target, FINISHED))) {
            return wasTrained(training, target);
        }
        java.nio.file.Path scratch = Files.createTempDirectory("nn-train-");
        try {
            java.nio.file.Path run = scratch.resolve("run");
            java.nio.file.Path log = scratch.resolve("log");
            List<String> words = new ArrayList<>(List.of("train", "--quiet", "--out", run.toString()));
            words.addAll(training.flags());
            words.addAll(List.of("--threads", String.valueOf(threads)));
            if (!training.joined().isEmpty()) {
                words.addAll(List.of("--join", fetched(system, training.joined(), scratch)));
            }
            int exitCode = NnProcess.run(nn, words, log);
            String lastWords = NnProcess.lastWords(log).replace(run.toString(), RemoteFiles.shown(target.toString()));
            if (exitCode == Kind.ENVIRONMENT.exitCode() || exitCode >= SIGNAL) {
                throw new IOException(
                        "%s: nn train ended with exit code %d: %s".formatted(training.name(), exitCode, lastWords));
            }
            if (exitCode == 0) {
                Files.writeString(run.resolve(FLAGS), text(training));
                publish(system, run, target);
            }
            return new Training.Outcome(training.name(), exitCode, lastWords);
        } finally {
            FileUtils.deleteQuietly(scratch.toFile());
        }
    }

    /** A run with other flags under the same name would be taken for this one. */
    private Training.Outcome wasTrained(Training training, Path target) throws IOException {
        Path flags = new Path(target, FLAGS);
        if (files.of(flags).exists(flags)) {
            try (var in = files.open(flags.toString())) {
                if (IOUtils.toString(in, StandardCharsets.UTF_8).equals(text(training))) {
                    return new Training.Outcome(training.name(), 0, "");
                }
            }
        }
        return new Training.Outcome(
                training.name(),
                Kind.ENVIRONMENT.exitCode(),
                RemoteFiles.shown(target.toString())
                        + ": holds a run with other flags; remove it, or name another directory with --output");
    }

    private static String text(Training training) {
        return String.join("\n", training.flags()) + "\n";
    }

    /** Copies runs to this machine. Returns their directories with commas between them. */
    private String fetched(FileSystem system, List<String> names, java.nio.file.Path scratch) throws IOException {
        List<String> runs = new ArrayList<>();
        for (String name : names) {
            java.nio.file.Path run = scratch.resolve(name);
            system.copyToLocalFile(false, new Path(output, name), new Path(run.toUri()), true);
            runs.add(run.toString());
        }
        return String.join(",", runs);
    }

    /** Copies the run beside its place, and moves it there in one step: a run that is there is whole. */
    private static void publish(FileSystem system, java.nio.file.Path run, Path target) throws IOException {
        Path beside = new Path(
                target.getParent(),
                "." + target.getName() + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        system.copyFromLocalFile(new Path(run.toUri()), beside);
        if (system.exists(target) || !system.rename(beside, target)) {
            system.delete(beside, true);
            if (!system.exists(new Path(target, FINISHED))) {
                throw new IOException(target + ": cannot be written; remove what is there");
            }
        }
    }
}
