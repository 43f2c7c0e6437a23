package nn.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nn.Version;
import nn.report.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a manual page for each command, from picocli's model of it, in the language of man(7). The packages hold them. */
final class ManPages {

    private ManPages() {}

    /**
     * Writes all pages into a directory, such as {@code nn-data-list.1}.
     *
     * @param arguments the directory
     */
    public static void main(String... arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandSpec root = NnCommand.whole(Terminal.plain(nowhere, nowhere));
        for (CommandSpec command : Completed.commands(root)) {
            Files.writeString(directory.resolve(name(command) + ".1"), page(command));
        }
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /** The page of a command. */
    static String page(CommandSpec command) {
        StringBuilder page = new StringBuilder();
        page.append(".TH \"%s\" 1 \"\" \"%s\" \"nn\"\n".formatted(name(command).toUpperCase(), Version.text()));
        section(page, "NAME", text(name(command)) + " \\- " + text(header(command)) + "\n");
        section(page, "SYNOPSIS", synopsis(command));
        section(page, "DESCRIPTION", paragraphs(command.usageMessage().description()));
        section(page, "COMMANDS", commands(command));
        section(page, "ARGUMENTS", entries(command.positionalParameters()));
        section(page, "OPTIONS", entries(command.options()));
        section(page, "EXAMPLES", examples(command));
        boolean root = command.parent() == null;
        section(page, "ENVIRONMENT", root ? table(EnvironmentTable.variables()) : "");
        section(page, "EXIT STATUS", root ? table(command.usageMessage().exitCodeList()) : "");
        section(page, "SEE ALSO", seeAlso(command));
        return page.toString();
    }

    /** An empty section is left out. */
    private static void section(StringBuilder page, String heading, String content) {
        if (!content.isEmpty()) {
            page.append(".SH ").append(heading).append('\n').append(content);
        }
    }

    private static String header(CommandSpec command) {
        String header = String.join(" ", command.usageMessage().header())
                .replace("%n", " ")
                .strip();
        return header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
    }

    private static String synopsis(CommandSpec command) {
        String parameters = command.positionalParameters().stream()
                .map(parameter -> " " + (parameter.required() ? "" : "[") + label(parameter)
                        + (parameter.arity().isVariable() ? " ..." : "") + (parameter.required() ? "" : "]"))
                .collect(Collectors.joining());
        return "\\fB" + text(command.qualifiedName()) + "\\fR [options]" + parameters
                + (command.subcommands().isEmpty() ? "" : " [command]") + "\n";
    }

    private static String commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .map(below -> entry(bold(name(below)) + "(1)", header(below) + "."))
                .collect(Collectors.joining());
    }

    private static String entries(List<? extends ArgSpec> arguments) {
        return arguments.stream().map(ManPages::entry).collect(Collectors.joining());
    }

    private static String entry(ArgSpec argument) {
        String description = String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
        if (!(argument instanceof OptionSpec option)) {
            return entry(label(argument), description);
        }
        String names = Completed.names(option).stream().map(ManPages::bold).collect(Collectors.joining(", "));
        String variable = EnvironmentDefaults.variable(option)
                .map(name -> " Environment: " + name + ".")
                .orElse("");
        return entry(names + (Completed.takesValue(option) ? " " + label(option) : ""), description + variable);
    }

    private static String examples(CommandSpec command) {
        String lines = Arrays.stream(command.usageMessage().footer())
                .map(line -> text(line) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : ".nf\n" + lines + ".fi\n";
    }

    private static String table(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> entry(bold(row.getKey()), row.getValue()))
                .collect(Collectors.joining());
    }

    private static String seeAlso(CommandSpec command) {
        return command.parent() == null ? "" : bold(name(command.parent())) + "(1)\n";
    }

    private static String paragraphs(String... description) {
        return Arrays.stream(String.join("%n%n", description).split("(?:%n)+"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> ".PP\n" + text(paragraph) + "\n")
                .collect(Collectors.joining());
    }

    private static String entry(String term, String description) {
        return ".TP\n" + term + "\n" + text(description) + "\n";
    }

    private static String label(ArgSpec argument) {
        return "\\fI" + text(argument.paramLabel()) + "\\fR";
    }

    private static String bold(String text) {
        return "\\fB" + text(text) + "\\fR";
    }

    /** Text as it is: no escapes, hyphens that can be copied, and no requests, which begin with a dot or an apostrophe. */
    private static String text(String plain) {
        String escaped = plain.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
