package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each flag of {@code nn doctor} and {@code nn completion} changes. */
final class HelpExamples {

    private HelpExamples() {}

    static Examples ofDoctor(Path model) {
        Examples doctor = new Examples("doctor");
        doctor.shownBy("--data", DoctorCommandTest.class, "otherDataAreAWarning");
        doctor.shownBy("--model", DoctorCommandTest.class, "damagedDataAndModelAreProblems");
        doctor.shownBy("--json", DoctorCommandTest.class, "itsJsonIsOneDocument");
        doctor.shownBy("--quiet", DoctorCommandTest.class, "quietItTellsOnlyWhatIsWrong");
        doctor.flag("--verbose", () -> {
            Cli.Result usual = doctor.run("--model", model);
            Cli.Result verbose = doctor.run("--verbose --model", model);
            assertEquals(usual.out().lines().count(), verbose.out().lines().count(), verbose::out);
            assertEquals(List.of("", ""), List.of(usual.err(), verbose.err()));
        });
        doctor.stacktrace("--no-such-flag");
        return doctor;
    }

    static Map<String, Examples> ofCompletion() {
        Map<String, Examples> examples = new TreeMap<>();
        Examples completion = new Examples("completion");
        completion.saysNothingBesides();
        completion.stacktrace();
        examples.put("completion", completion);
        for (String shell : new String[] {"bash", "zsh"}) {
            Examples script = new Examples("completion " + shell);
            script.saysNothingBesides();
            script.stacktrace("--no-such-flag");
            examples.put("completion " + shell, script);
        }
        return examples;
    }
}
