package nn.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nn.lesson.GradientCheckLesson;
import nn.model.Activation;
import nn.model.Loss;
import nn.report.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nn lesson gradient-check}: the backward pass of any network against finite differences. */
@Command(name = "gradient-check", sortOptions = false, header = "Check the backward pass of a network, and see wrong ones.",
        description = "%nTakes a network of 4 inputs and 3 outputs with random weights in double precision, and compares its gradient "
                + "with finite differences. Then it makes mistakes on purpose.%n")
final class GradientCheckCommand implements Callable<Integer> {

    private static final int MAX_NEURONS = 4096;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--hidden", paramLabel = "N,N", split = ",", defaultValue = "5,4",
            description = "Sizes of the hidden layers; 0 for none (default: ${DEFAULT-VALUE}).")
    private List<Integer> hidden;

    @Option(names = "--activation", paramLabel = "NAME", defaultValue = "tanh",
            description = "Of the hidden layers: sigmoid, tanh, relu or identity (default: ${DEFAULT-VALUE}).")
    private Activation activation;

    @Option(names = "--loss", paramLabel = "NAME", defaultValue = "softmax-cross-entropy",
            description = "softmax-cross-entropy, binary-cross-entropy or squared-error (default: ${DEFAULT-VALUE}).")
    private String loss;

    @Mixin
    private LessonOptions options;

    @Mixin
    private CommonOptions common;

    GradientCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        GradientCheckLesson lesson;
        try {
            List<Integer> sizes = hidden.equals(List.of(0)) ? List.of() : hidden;
            for (int size : sizes) {
                if (size < 1 || size > MAX_NEURONS) {
                    throw new IllegalArgumentException("--hidden is %s; it must be layer sizes from 1 to %d"
                            .formatted(hidden, MAX_NEURONS));
                }
            }
            lesson = new GradientCheckLesson(sizes, activation, Loss.named(loss.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        new LessonRun(terminal, options, common).run(lesson, false);
        return 0;
    }
}
