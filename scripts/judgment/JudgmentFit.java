package nn.pictures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nn.checkpoint.Checkpoint;
import nn.eval.Classifier;
import nn.eval.Predictor;
import nn.image.decode.ImageFile;
import nn.image.prepare.Candidate;
import nn.image.prepare.Candidates;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;

/**
 * The program's part in scripts/fit-judgment.py, which compiles it into this package: prints what the weights are for, is told fitted
 * weights, and answers with them.
 */
final class JudgmentFit {

    private static final DigitPreparation PREPARATION = new DigitPreparation(Polarity.AUTO, false);

    /** A picture that needs a search, with all its candidates. */
    private record Searched(String label, List<Judgment> judged) {

        Searched judgedAnew() {
            return new Searched(
                    label,
                    judged.stream()
                            .map(judgment -> Judgment.of(judgment.candidate(), judgment.prediction()))
                            .toList());
        }
    }

    private JudgmentFit() {}

    /** Arguments: the model, the directory for the fit, the directory for the check. */
    public static void main(String[] arguments) throws IOException {
        Classifier classifier = Checkpoint.readClassifier(Path.of(arguments[0]));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<Searched> fit = searched(Path.of(arguments[1]), classifier);
        List<Searched> check = searched(Path.of(arguments[2]), classifier);

        out.println(JudgmentWeights.KIND.length);
        for (int picture = 0; picture < fit.size(); picture++) {
            for (Judgment judgment : fit.get(picture).judged) {
                int kind = judgment.candidate().kind().ordinal();
                print(out, picture, fit.get(picture).label, digit(judgment, classifier), kind,
                        numbers(Judgment.traits(judgment.candidate(), judgment.prediction())));
            }
        }
        out.println();
        out.flush();
        set(JudgmentWeights.CANDIDATE, in.readLine());
        set(JudgmentWeights.KIND, in.readLine());

        for (Searched picture : fit) {
            Tally tally = Tally.of(picture.judgedAnew().judged);
            print(out, picture.label, digit(tally.first().best(), classifier), numbers(tally.traits()));
        }
        out.println();
        out.flush();
        set(JudgmentWeights.RIGHT, in.readLine());
        set(JudgmentWeights.DIGIT, in.readLine());

        for (Searched picture : check) {
            Verdict verdict = Verdict.of(picture.judgedAnew().judged);
            print(out, picture.label, digit(verdict.best(), classifier), verdict.digitProbability());
        }
        out.flush();
    }

    /** The pictures of a directory; those without ink, and those that are prepared already, need no judgment. */
    private static List<Searched> searched(Path directory, Classifier classifier) {
        ThreadLocal<Predictor> predictors =
                ThreadLocal.withInitial(() -> new Predictor(classifier, DigitSearch.WIDEST_STAGE));
        return LabeledPictures.in(directory, classifier.classNames(), System.err::println).parallelStream()
                .map(item -> new Searched(item.label(), all(item.file(), predictors.get())))
                .filter(picture -> !picture.judged.isEmpty())
                .toList();
    }

    private static List<Judgment> all(Path file, Predictor predictor) {
        Candidates candidates = PREPARATION.candidates(ImageFile.read(file));
        Optional<Candidate> plain = candidates.plain();
        if (plain.isPresent() && plain.get().kind() == Candidate.Kind.PREPARED) {
            return List.of();
        }
        return DigitSearch.upright(
                plain.map(candidate -> DigitSearch.judged(List.of(candidate), predictor).get(0)), candidates, predictor);
    }

    private static String digit(Judgment judgment, Classifier classifier) {
        return classifier.classNames().get(judgment.prediction().digit());
    }

    private static String numbers(double[] traits) {
        return Arrays.stream(traits).mapToObj(String::valueOf).collect(Collectors.joining("\t"));
    }

    private static void print(PrintStream out, Object... fields) {
        out.println(Arrays.stream(fields).map(String::valueOf).collect(Collectors.joining("\t")));
    }

    /** Replaces weights by the numbers of a line. */
    private static void set(double[] weights, String line) {
        double[] numbers = Arrays.stream(line.split("\t")).mapToDouble(Double::parseDouble).toArray();
        if (numbers.length != weights.length) {
            throw new IllegalArgumentException(numbers.length + " numbers for " + weights.length + " weights");
        }
        System.arraycopy(numbers, 0, weights, 0, weights.length);
    }
}
