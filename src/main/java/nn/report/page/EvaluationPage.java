package nn.report.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nn.checkpoint.Checkpoint;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Prediction;
import nn.eval.ScoredData;
import nn.eval.Scores;
import nn.pictures.Answer;
import nn.report.PictureReport;
import nn.report.Report;

/** Writes the page of an evaluation of a saved model. */
public final class EvaluationPage {

    private final Checkpoint checkpoint;
    private final Path data;
    private final String command;

    /**
     * @param data where the examples come from
     * @param command how to repeat the evaluation
     */
    public EvaluationPage(Checkpoint checkpoint, Path data, String command) {
        this.checkpoint = checkpoint;
        this.data = data;
        this.command = command;
    }

    /**
     * Writes the page of a measured split.
     *
     * @param warnings gets a line if there are no charts
     */
    public void write(Path file, String split, ScoredData scored, Consumer<String> warnings) {
        write(file, split.toLowerCase(Locale.ROOT), "", Optional.of(scored), warnings);
    }

    /**
     * Writes the page of labeled pictures. Its tables and charts are of the pictures of a digit that were answered.
     *
     * @param labels the class of each answer's picture
     */
    public void write(
            Path file, PictureReport report, List<Answer> answers, List<String> labels, Consumer<String> warnings) {
        String note = Format.of(
                "Of all %,d pictures, also those that were refused, unreadable or without a digit, %,d are answered rightly: %s "
                        + "(95\u00a0%% interval %s).",
                report.count(),
                report.count() - report.errors(),
                Format.percent(report.accuracy()),
                Format.interval(report.interval95()));
        write(file, "answered", note, answered(answers, labels), warnings);
    }

    private void write(Path file, String split, String note, Optional<ScoredData> scored, Consumer<String> warnings) {
        Optional<Evaluation> evaluation = scored.map(ScoredData::evaluation);
        Heading heading = new Heading(
                "Evaluation on " + Heading.name(data),
                Optional.empty(),
                split,
                checkpoint.provenance().program(),
                command,
                checkpoint.provenance().config(),
                note);
        Report report = Report.of(checkpoint, Optional.empty(), evaluation, Optional.empty());
        new ReportPage(heading, report, History.NONE, checkpoint.classifier(), scored).write(file, warnings);
    }

    /** The answered pictures of a known class, as the network read them. */
    private Optional<ScoredData> answered(List<Answer> answers, List<String> labels) {
        Classifier classifier = checkpoint.classifier();
        List<byte[]> images = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            int truth = classifier.classNames().indexOf(labels.get(i));
            if (truth >= 0 && answers.get(i).prediction().isPresent()) {
                images.add(answers.get(i).prepared().orElseThrow().pixels());
                truths.add(truth);
                predictions.add(answers.get(i).prediction().get());
            }
        }
        if (images.isEmpty()) {
            return Optional.empty();
        }
        int pixels = classifier.rows() * classifier.columns();
        int classes = classifier.classNames().size();
        byte[] all = new byte[images.size() * pixels];
        float[] scores = new float[images.size() * classes];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i), 0, all, i * pixels, pixels);
            for (int k = 0; k < classes; k++) {
                // The outputs that give these probabilities at the classifier's temperature.
                double probability = Math.max(predictions.get(i).probabilities().get(k), Float.MIN_NORMAL);
                scores[i * classes + k] = (float) (classifier.temperature() * Math.log(probability));
            }
        }
        int[] digits = truths.stream().mapToInt(Integer::intValue).toArray();
        DataSet data = DataSet.of(all, classifier.rows(), classifier.columns(), digits, classes);
        return Optional.of(new ScoredData(classifier, data, new Scores(scores, classes)));
    }
}
