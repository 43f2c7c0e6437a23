package nn.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nn.data.DataSet;
import nn.data.FeatureExtractor;
import nn.data.InputKind;
import nn.model.FloatMatrix;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.WorkerTeam;
import nn.model.Workspace;

/**
 * Computes a classifier's outputs for many images, on all threads of a team, in memory that is allocated once. The chunks of
 * images are always the same, so the outputs do not depend on the number of threads.
 */
public final class Scorer {

    private static final int CHUNK = 250;

    private final WorkerTeam team;
    private final List<Worker> workers = new ArrayList<>();

    /** @param classifier fixes the architectures and image size of all classifiers that this scores */
    public Scorer(Classifier classifier, WorkerTeam team) {
        this.team = team;
        for (int i = 0; i < team.size(); i++) {
            workers.add(new Worker(classifier, CHUNK));
        }
    }

    /**
     * The outputs of the members for every image of the data set.
     *
     * @throws IllegalArgumentException if the classifier's inputs or the image size differ from the constructor's classifier
     */
    public Scores score(Classifier classifier, DataSet data) {
        List<Parameters> members = classifier.members();
        if (!classifier.inputs().equals(workers.get(0).inputs)) {
            throw new IllegalArgumentException(
                    "networks that read %s for a scorer of %s".formatted(classifier.inputs(), workers.get(0).inputs));
        }
        int classes = members.get(0).architecture().outputs();
        Scores scores = new Scores(new float[Math.multiplyExact(data.size(), classes)], classes);
        int chunks = (data.size() + CHUNK - 1) / CHUNK;
        AtomicInteger next = new AtomicInteger();
        team.run(workers.size(), index -> {
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                int from = chunk * CHUNK;
                workers.get(index).score(members, data, from, Math.min(CHUNK, data.size() - from), scores);
            }
        });
        return scores;
    }

    /** The memory of one thread. */
    static final class Worker {

        private final List<InputKind> inputs;
        private final Map<InputKind, FeatureExtractor> makers = new EnumMap<>(InputKind.class);
        private final Map<InputKind, float[]> rows = new EnumMap<>(InputKind.class);
        private final List<Workspace> workspaces = new ArrayList<>();
        private final byte[] image;
        private final double[] outputs;
        private final double[] mean;

        Worker(Classifier classifier, int capacity) {
            inputs = classifier.inputs();
            for (InputKind kind : inputs) {
                makers.put(kind, new FeatureExtractor(kind, classifier.rows(), classifier.columns()));
                rows.put(kind, new float[makers.get(kind).count()]);
            }
            for (Parameters member : classifier.members()) {
                workspaces.add(Workspace.forInference(member.architecture(), classifier.storage(), capacity));
            }
            image = new byte[classifier.rows() * classifier.columns()];
            outputs = new double[classifier.architecture().outputs()];
            mean = new double[outputs.length];
        }

        private void score(List<Parameters> members, DataSet data, int from, int rows, Scores scores) {
            for (int i = 0; i < rows; i++) {
                data.readPixels(from + i, image);
                write(i, image);
            }
            score(members, rows, scores.values(), from * mean.length);
        }

        /** Writes an image into a row of the inputs. */
        void write(int index, byte[] pixels) {
            makers.forEach((kind, maker) -> maker.make(pixels, rows.get(kind)));
            for (int member = 0; member < workspaces.size(); member++) {
                float[] row = rows.get(inputs.get(member));
                ((FloatMatrix) workspaces.get(member).inputs()).write(index, 0, row, row.length);
            }
        }

        /**
         * Runs the members over the written rows. Their outputs {@code [rows, classes]} go to {@code into}, from index
         * {@code start} on.
         */
        void score(List<Parameters> members, int rows, float[] into, int start) {
            for (int member = 0; member < members.size(); member++) {
                Mlp.forward(members.get(member), workspaces.get(member), rows);
            }
            for (int i = 0; i < rows; i++) {
                combine(i);
                for (int k = 0; k < mean.length; k++) {
                    into[start + i * mean.length + k] = (float) mean[k];
                }
            }
        }

        /** Copies a single network's outputs. For a committee it computes the logarithm of the mean probabilities. */
        private void combine(int example) {
            if (workspaces.size() == 1) {
                workspaces.get(0).outputs().readRow(example, mean);
                return;
            }
            Arrays.fill(mean, 0);
            for (Workspace workspace : workspaces) {
                workspace.outputs().readRow(example, outputs);
                Loss.softmaxInPlace(outputs);
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += outputs[k] / workspaces.size();
                }
            }
            for (int k = 0; k < mean.length; k++) {
                mean[k] = Math.log(Math.max(mean[k], Float.MIN_NORMAL));
            }
        }
    }
}
