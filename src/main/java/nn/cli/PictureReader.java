package nn.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nn.NnException;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.image.DigitPreparation;
import nn.image.ImageFile;
import nn.image.Picture;
import nn.image.PreparedDigit;
import nn.model.WorkerTeam;
import nn.report.Answer;

/** Takes pictures from their files to their answers, on all cores, and hands the answers on in the order of the files. */
final class PictureReader {

    /** The name of the standard input. */
    static final String STDIN = "-";

    private static final int CHUNK = 64;
    private static final double LOW_CONFIDENCE = 0.7;

    private final Classifier classifier;
    private final DigitPreparation preparation;
    private final InputStream stdin;

    PictureReader(Classifier classifier, DigitPreparation preparation, InputStream stdin) {
        this.classifier = classifier;
        this.preparation = preparation;
        this.stdin = stdin;
    }

    /** Answers every file; a bad one is an answer too. */
    void answer(List<String> files, int threads, Consumer<Answer> receiver) {
        int workers = Math.max(1, Math.min(threads, files.size()));
        List<Predictor> predictors = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            predictors.add(new Predictor(classifier));
        }
        try (WorkerTeam team = new WorkerTeam(workers)) {
            for (int start = 0; start < files.size(); start += CHUNK) {
                List<String> chunk = files.subList(start, Math.min(files.size(), start + CHUNK));
                Answer[] answers = new Answer[chunk.size()];
                team.run(worker -> {
                    for (int i = worker; i < answers.length; i += workers) {
                        answers[i] = answer(chunk.get(i), predictors.get(worker));
                    }
                });
                for (Answer answer : answers) {
                    receiver.accept(answer);
                }
            }
        }
    }

    private Answer answer(String file, Predictor predictor) {
        PreparedDigit prepared;
        try {
            prepared = preparation.prepare(read(file));
        } catch (NnException e) {
            return new Answer(file, Optional.empty(), Optional.of(e.getMessage()), List.of(), Optional.empty());
        }
        if (!prepared.hasInk()) {
            return new Answer(file, Optional.empty(), Optional.of(file + ": no ink found; show one digit, darker or lighter than "
                    + "its paper"), prepared.warnings(), Optional.of(prepared));
        }
        Prediction prediction = predictor.predict(prepared.pixels());
        List<String> warnings = new ArrayList<>(prepared.warnings());
        if (prediction.probability() < LOW_CONFIDENCE) {
            warnings.add("low confidence");
        }
        return new Answer(file, Optional.of(prediction), Optional.empty(), warnings, Optional.of(prepared));
    }

    private Picture read(String file) {
        try {
            return file.equals(STDIN) ? ImageFile.read(stdin, "standard input") : ImageFile.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw new NnException(NnException.Kind.BAD_INPUT, file + ": is no file name here; check the name", e);
        } catch (IOException e) {
            throw new NnException(NnException.Kind.BAD_INPUT, "standard input: cannot be read (" + e.getMessage()
                    + "); give a file instead", e);
        }
    }
}
