package nn.cli;

import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The environment variables that nn reads, for the help of {@code nn}. */
final class EnvironmentTable implements IHelpSectionRenderer {

    private static final Map<String, String> VARIABLES = UsageMessageSpec.keyValuesMap(
            "NN_OPTION:the value of an option that is not given, such as NN_DATA for --data or NN_LEARNING_RATE for "
                    + "--learning-rate; not with --resume",
            "NN_MODEL:the model to use where --model is not given",
            "NN_JAVA_OPTS:more options for the JVM, such as -Xmx2g",
            "JAVA_HOME:the JDK to use, 17 or newer",
            "NO_COLOR:no colors on a terminal",
            "CLICOLOR:0 for no colors on a terminal",
            "CLICOLOR_FORCE:1 for colors also off a terminal",
            "ONEDNN_MAX_CPU_ISA:keeps the matrix products to older instructions, such as AVX2",
            "LC_ALL, LANG:the language of the lessons, and which characters can be shown");

    /** The variables, with what they do. */
    static Map<String, String> variables() {
        return VARIABLES;
    }

    @Override
    public String render(Help help) {
        return help.createHeading("%nEnvironment:%n") + help.createTextTable(VARIABLES);
    }
}
