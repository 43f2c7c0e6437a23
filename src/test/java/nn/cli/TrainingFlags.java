package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nn.data.Augmentation;
import nn.data.ImageForm;
import nn.data.InputKind;
import nn.json.Json;
import nn.model.Activation;
import nn.model.Loss;
import nn.train.DataConfig;
import nn.train.InitialWeights;
import nn.train.Learning;
import nn.train.NetworkConfig;
import nn.train.OptimizerKind;
import nn.train.Preset;
import nn.train.Regularization;
import nn.train.RunPlan;
import nn.train.Sampling;
import nn.train.Schedule;
import nn.train.TrainingConfig;

/** What each flag of a training changes in {@code config.json}. */
final class TrainingFlags {

    /** Differs from the number without the flag. */
    private static final int THREADS = ThreadsOption.all() % 8 + 1;

    private static final int THREADS_OF_BASES = 9;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A flag with its value.
     *
     * @param words the words on the command line
     * @param changes the values of {@code config.json} that it sets, by their place
     */
    record Row(List<String> words, Map<String, JsonNode> changes) {

        String flag() {
            return words.get(0);
        }

        /** The flag that it negates, or else itself. */
        String option() {
            return flag().equals("--no-refit") ? "--refit" : flag();
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    /** The flags of deformations. */
    static final List<Row> DEFORMATIONS = List.of(
            row("--rotation 31", "augmentation/rotation", "31.0"),
            row("--scale 0.4", "augmentation/scale", "0.4"),
            row("--shear 0.61", "augmentation/shear", "0.61"),
            row("--translation 3.5", "augmentation/translation", "3.5"),
            row("--elastic 2.5", "augmentation/elastic", "2.5"),
            row("--elastic-smoothing 2.25", "augmentation/elasticSmoothing", "2.25"),
            row("--thickness 1.5", "augmentation/thickness", "1.5"),
            row("--blur 0.875", "augmentation/blur", "0.875"),
            row("--contrast 0.75", "augmentation/contrast", "0.75"),
            row("--pen-styles 0.9375", "augmentation/penStyles", "0.9375"));

    /** Without any. */
    static final Row NO_AUGMENT = new Row(List.of("--no-augment"), noDeformation());

    /** All flags that change what a training computes, except those of its course. */
    static final List<Row> TRAINING = joined(
            DEFORMATIONS,
            List.of(
                    NO_AUGMENT,
                    row("--inputs both", "inputs", "[\"both\"]"),
                    row("--hidden 7,5", "hidden", "[7, 5]"),
                    row("--activation tanh", "activation", "\"tanh\""),
                    row("--loss squared-error", "loss", "\"squared-error\""),
                    row("--init 0.05", "init", "\"0.05\""),
                    row("--epochs 3", "epochs", "3"),
                    row("--batch-size 17", "batchSize", "17"),
                    row("--learning-rate 0.0125", "learningRate", "0.0125"),
                    row("--schedule constant", "schedule", "\"constant\""),
                    row("--warmup 0.3125", "warmup", "0.3125"),
                    row("--optimizer nesterov", "optimizer", "\"nesterov\""),
                    row("--momentum 0.625", "momentum", "0.625"),
                    row("--weight-decay 0.02", "weightDecay", "0.02"),
                    row("--clip-norm 2.75", "clipNorm", "2.75"),
                    row("--dropout 0.34375", "dropout", "0.34375"),
                    row("--label-smoothing 0.28125", "labelSmoothing", "0.28125"),
                    row("--averaging 0.59375", "averaging", "0.59375"),
                    row("--augment-fade 0.71875", "course/augmentFade", "0.71875"),
                    row("--patience 4", "patience", "4"),
                    row("--seed -9", "seed", "-9"),
                    row("--split-seed 12", "splitSeed", "12"),
                    row("--threads " + THREADS, "threads", "" + THREADS),
                    row("--limit 77", "limit", "77"),
                    row("--validation 33", "validation", "33"),
                    row("--digits", "digits", "true")));

    /** The flags of its course. */
    static final List<Row> COURSE = List.of(
            row("--members 5", "course/members", "5"),
            row("--refit", "course/refit", "true"),
            row("--no-refit", "course/refit", "false"),
            row("--time-limit 90s", "course/timeLimit", "90.0"));

    /** A small training whose values all differ, so that none can be confused with another. */
    static final TrainingConfig DISTINCT = new TrainingConfig(
            "distinct",
            new NetworkConfig(
                    List.of(6), Activation.SIGMOID, InitialWeights.named("xavier"), List.of(InputKind.GRADIENTS)),
            new Learning(
                    new Loss.BinaryCrossEntropy(), 2, 16, 0.003, Schedule.STEP, 0.11, OptimizerKind.MOMENTUM, 0.8, 8),
            new Regularization(0.01, 4, 0.12, 0.13, 0.5),
            new Augmentation(14, 0.15, 0.16, 1.7, 0.9, 3.25, 0.21, 0.22, 0.23, 0.24),
            new DataConfig(78, THREADS_OF_BASES, 90, 20, Sampling.BY_CLASS, false, ImageForm.MNIST, Optional.of(79L)),
            new RunPlan(1, 3600, 0.25, true));

    /** Values that are not written, as in files of versions that did not have them. */
    private static final Map<String, JsonNode> LEFT_OUT = Map.of(
            "course/members",
            json("1"),
            "course/timeLimit",
            json("0.0"),
            "course/augmentFade",
            json("0.0"),
            "course/refit",
            json("false"),
            "inputs",
            json("[\"pixels\"]"),
            "digits",
            json("true"),
            "splitSeed",
            json("null"));

    private TrainingFlags() {}

    /** The small training and each preset, except those that contradict the row: committees allow only one loss. */
    static List<TrainingConfig> basesOf(Row row) {
        List<TrainingConfig> presets = Stream.of(Preset.values())
                .map(preset -> preset.config(1, THREADS_OF_BASES))
                .toList();
        return joined(List.of(DISTINCT), presets).stream()
                .filter(base -> !(row.flag().equals("--loss") && base.course().members() > 1))
                .filter(base -> !(row.flag().equals("--members") && base == DISTINCT))
                .toList();
    }

    private static Row row(String words, String leaf, String value) {
        return new Row(List.of(words.split(" ")), Map.of(leaf, json(value)));
    }

    private static Map<String, JsonNode> noDeformation() {
        Map<String, JsonNode> none = new TreeMap<>();
        DEFORMATIONS.forEach(row -> row.changes().keySet().forEach(leaf -> none.put(leaf, json("0.0"))));
        return none;
    }

    private static <E> List<E> joined(List<E> first, List<E> second) {
        return Stream.of(first, second).flatMap(List::stream).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /**
     * The values of {@code config.json} by their place, such as {@code course/members}, including the defaults of omitted
     * ones.
     */
    static Map<String, JsonNode> leaves(TrainingConfig config) {
        Map<String, JsonNode> leaves = new TreeMap<>(LEFT_OUT);
        collect("", json(Json.pretty(config)), leaves);
        return leaves;
    }

    /** The values of a configuration file by their place, as text. */
    static Map<String, String> texts(Path file) {
        Map<String, JsonNode> leaves = new TreeMap<>();
        try {
            collect("", json(Files.readString(file)), leaves);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        leaves.forEach((place, value) -> texts.put(place, value.asText()));
        return texts;
    }

    private static void collect(String place, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            place.isEmpty() ? field.getKey() : place + "/" + field.getKey(), field.getValue(), leaves));
        } else {
            leaves.put(place, node);
        }
    }

    /** The same with what flags change. */
    static Map<String, JsonNode> changed(Map<String, JsonNode> leaves, List<Row> rows) {
        Map<String, JsonNode> changed = new TreeMap<>(leaves);
        for (Row row : rows) {
            row.changes()
                    .forEach((leaf, value) -> assertNotEquals(null, changed.put(leaf, value), "there is a " + leaf));
        }
        return changed;
    }

    /**
     * Requires that a flag changes its own values of a configuration and no others.
     *
     * @param base the configuration without flags
     * @param over the base with the flags
     * @return whether any value differs from the one without the flag
     */
    static boolean changesOnlyWhatItNames(Row row, TrainingConfig base, Function<List<String>, TrainingConfig> over) {
        Map<String, JsonNode> expected = changed(leaves(base), List.of(row));
        assertEquals(expected, leaves(over.apply(row.words())), row::toString);
        return !expected.equals(leaves(base));
    }
}
