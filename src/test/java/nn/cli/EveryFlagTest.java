package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.cli.Examples.Example;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Model.OptionSpec;

/** Every flag of every command has an example, which tests that it changes what it says and nothing else. */
class EveryFlagTest extends PicturesAndModel {

    private static Map<String, Examples> examples(Path scratch) throws IOException {
        Map<String, Examples> examples = new TreeMap<>();
        examples.put("", new Examples(""));
        examples.put("train", new TrainExamples(scratch));
        examples.put("predict", new PredictExamples(scratch, model, directory));
        examples.put("eval", new EvalExamples(scratch, model));
        examples.put("detector", new DetectorExamples(scratch, model));
        examples.put("data", DataExamples.ofDataItself());
        examples.put("data list", DataExamples.ofList(scratch));
        examples.put("data verify", DataExamples.ofVerify(scratch));
        examples.put("data convert", new DataConvertExamples(scratch));
        examples.put("data fetch", DataFetchTest.examples(scratch));
        examples.put("data show", new DataShowExamples(scratch));
        examples.put("lesson", LessonExamples.ofLesson(scratch));
        examples.put("lesson gradient-check", LessonExamples.ofGradientCheck(scratch));
        Examples inspect = new Examples("inspect");
        inspect.shownBy("--json", EvalCommandTest.class, "inspectHasAllOfItAsJson");
        inspect.flag("--quiet", () -> assertEquals(inspect.run(model), inspect.run("--quiet", model)));
        inspect.verbose(List.of("model.safetensors: "), model);
        inspect.stacktrace(scratch.resolve("missing"));
        examples.put("inspect", inspect);
        examples.put("export", ExchangeExamples.ofExport(scratch, model));
        examples.put("import", ExchangeExamples.ofImport(scratch, model));
        examples.put("report", new ReportExamples(scratch, model.getParent()));
        examples.put("doctor", HelpExamples.ofDoctor(model));
        HelpExamples.ofCompletion().forEach(examples::put);
        examples.putAll(BenchExamples.all(scratch, model));
        return examples;
    }

    @TestFactory
    Stream<DynamicContainer> changesWhatItSaysAndNothingElse() throws IOException {
        Map<String, Examples> examples = examples(scratch);
        return AllFlags.byCommand().entrySet().stream()
                .map(command -> dynamicContainer(
                        ("nn " + command.getKey()).strip(),
                        tests(
                                command.getKey(),
                                command.getValue(),
                                Optional.ofNullable(examples.get(command.getKey())))));
    }

    private static Stream<DynamicTest> tests(String command, List<OptionSpec> flags, Optional<Examples> examples) {
        Map<String, Example> byFlag = examples.map(Examples::byFlag).orElse(Map.of());
        return flags.stream().map(OptionSpec::longestName).map(flag -> {
            Example example = byFlag.getOrDefault(
                    flag,
                    () -> fail("there is no example of " + flag + " of 'nn " + command
                            + "'; add one that shows what it changes"));
            return dynamicTest(flag, example::show);
        });
    }

    /** An example of a removed flag would test nothing. */
    @Test
    void noExampleIsOfAFlagThatDoesNotExist() throws IOException {
        Map<String, Set<String>> existing = AllFlags.byCommand().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, command -> names(command.getValue())));
        examples(scratch).forEach((command, examples) -> {
            Set<String> unknown = new TreeSet<>(examples.byFlag().keySet());
            unknown.removeAll(existing.getOrDefault(command, Set.of()));
            assertEquals(Set.of(), unknown, command);
        });
    }

    private static Set<String> names(List<OptionSpec> flags) {
        return flags.stream().map(OptionSpec::longestName).collect(Collectors.toSet());
    }
}
