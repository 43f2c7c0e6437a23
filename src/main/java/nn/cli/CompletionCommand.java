package nn.cli;

import java.util.function.Function;
import nn.report.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/** {@code nn completion}: prints the script that completes commands, flags and values in a shell. */
final class CompletionCommand extends Command {

    static final String HEADER = "Print a script that completes commands and flags in your shell.";

    CompletionCommand(Terminal terminal) {
        super(HEADER);
        add(new CommonOptions());
        examples("eval \"$(nn completion bash)\"", "nn completion zsh > ~/.zfunc/_nn");
        spec().usageMessage().synopsisSubcommandLabel("SHELL");
        spec().addSubcommand(
                        "bash",
                        new Script(
                                        terminal,
                                        "Print the script for bash, 4 or newer.",
                                        BashCompletion::of,
                                        "nn completion bash > ~/.local/share/bash-completion/completions/nn",
                                        "eval \"$(nn completion bash)\"  # in ~/.bashrc")
                                .spec())
                .addSubcommand(
                        "zsh",
                        new Script(
                                        terminal,
                                        "Print the script for zsh.",
                                        ZshCompletion::of,
                                        "nn completion zsh > ~/.zfunc/_nn  # a directory in $fpath",
                                        "eval \"$(nn completion zsh)\"     # in ~/.zshrc, after compinit")
                                .spec());
    }

    @Override
    public Integer call() {
        throw noSubcommand();
    }

    /** {@code nn completion bash} or {@code zsh}. */
    private static final class Script extends Command {

        private final Terminal terminal;
        private final Function<CommandSpec, String> script;

        Script(Terminal terminal, String header, Function<CommandSpec, String> script, String... examples) {
            super(header);
            this.terminal = terminal;
            this.script = script;
            add(new CommonOptions());
            examples(examples);
        }

        @Override
        public Integer call() {
            terminal.out().print(script.apply(NnCommand.whole(terminal)));
            return 0;
        }
    }
}
