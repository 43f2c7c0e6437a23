package nn.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.data.DataSet;
import nn.model.FloatMatrix;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Precision;
import nn.model.WorkerTeam;
import nn.model.Workspace;

/**
 * Runs a classifier over images, on all workers of a team. Its memory is allocated once for an architecture and used again. The
 * images are always cut into the same chunks, so the outputs do not depend on the number of workers.
 */
public final class Scorer {

    private static final int CHUNK = 250;

    private final WorkerTeam team;
    private final List<Worker> workers = new ArrayList<>();

    /** For networks like the classifier's, on the team's threads. */
    public Scorer(List<Parameters> members, WorkerTeam team) {
        this.team = team;
        for (int i = 0; i < team.size(); i++) {
            workers.add(new Worker(members, CHUNK));
        }
    }

    /**
     * The outputs of the members for every image of the data set.
     *
     * @throws IllegalArgumentException if the members or the images are of other sizes than this scorer's
     */
    public Scores score(List<Parameters> members, DataSet data) {
        if (members.size() != workers.get(0).workspaces.size()) {
            throw new IllegalArgumentException("%d networks for a scorer of %d"
                    .formatted(members.size(), workers.get(0).workspaces.size()));
        }
        int classes = members.get(0).architecture().outputs();
        Scores scores = new Scores(new float[Math.multiplyExact(data.size(), classes)], classes);
        team.run(index -> {
            for (int from = index * CHUNK; from < data.size(); from += team.size() * CHUNK) {
                workers.get(index).score(members, data, from, Math.min(CHUNK, data.size() - from), scores);
            }
        });
        return scores;
    }

    /** The memory of one thread. */
    static final class Worker {

        private final List<Workspace> workspaces = new ArrayList<>();
        private final byte[] image;
        private final float[] row;
        private final double[] outputs;
        private final double[] mean;

        Worker(List<Parameters> members, int capacity) {
            for (Parameters member : members) {
                workspaces.add(Workspace.forInference(member.architecture(), Precision.FLOAT, capacity));
            }
            image = new byte[members.get(0).architecture().inputs()];
            row = new float[image.length];
            outputs = new double[members.get(0).architecture().outputs()];
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
            for (int pixel = 0; pixel < row.length; pixel++) {
                row[pixel] = (pixels[pixel] & 0xff) / 255f;
            }
            for (Workspace workspace : workspaces) {
                ((FloatMatrix) workspace.inputs()).write(index, 0, row, row.length);
            }
        }

        /** Runs the members over the written rows; their outputs {@code [rows, classes]} go to {@code into} from a place on. */
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

        /** One network's outputs as they are; of several the logarithm of the mean of their probabilities. */
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
