package nn.cli;

import java.util.function.Supplier;
import nn.json.Json;
import nn.report.Terminal;

/** The options of every benchmark. */
final class BenchOptions implements Flags {

    private static final int MOST_ROUNDS = 1000;

    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text.");

    private final Flag<Integer> rounds = Flag.of(
                    Integer.class, "--rounds", "N", "Measurements of each, 1 to 1000 (default: ${DEFAULT-VALUE}).")
            .standard("7");

    private final CommonOptions common = new CommonOptions();

    @Override
    public void addTo(Command command) {
        command.add(json, rounds, common);
    }

    int rounds(Command command) {
        command.requireRange("--rounds", rounds.value(), 1, MOST_ROUNDS);
        return rounds.value();
    }

    CommonOptions common() {
        return common;
    }

    /** Reports progress, because a measurement takes seconds. */
    void progress(Terminal terminal, String what) {
        if (!common.quiet()) {
            terminal.say(what);
        }
    }

    void print(Terminal terminal, Object result, Supplier<String> text) {
        terminal.out().print(json.isOn() ? Json.pretty(result) : text.get());
        terminal.out().flush();
    }
}
