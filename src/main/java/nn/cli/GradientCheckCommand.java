package nn.cli;

import java.util.List;
import java.util.Locale;
import nn.Choice;
import nn.lesson.GradientCheckLesson;
import nn.model.Activation;
import nn.model.Loss;
import nn.report.Terminal;

/** {@code nn lesson gradient-check}: compares the backward pass of a network with finite differences. */
final class GradientCheckCommand extends Command {

    private static final int MAX_NEURONS = 4096;

    private final Terminal terminal;

    private final Flag<List<Integer>> hidden = HiddenLayers.flag(
                    "1 to " + MAX_NEURONS + " each", " (default: ${DEFAULT-VALUE}).")
            .standard("5,4");

    private final Flag<Activation> activation = Flag.of(
                    Activation.class,
                    "--activation",
                    "NAME",
                    "Hidden activation: " + TrainingOptions.ACTIVATIONS + " (default: ${DEFAULT-VALUE}).")
            .takes(TrainingOptions.ACTIVATIONS)
            .standard("tanh");

    private final Flag<Loss> loss = Flag.of(
                    Loss.class, "--loss", "NAME", Choice.of(Loss.LABELS) + " (default: ${DEFAULT-VALUE}).")
            .readBy(text -> Loss.named(text.toLowerCase(Locale.ROOT)))
            .takes(Choice.of(Loss.LABELS))
            .standard("softmax-cross-entropy");

    private final LessonOptions options = new LessonOptions();
    private final CommonOptions common = new CommonOptions();

    GradientCheckCommand(Terminal terminal) {
        super("Check the backward pass of a network, and see wrong ones.");
        this.terminal = terminal;
        examples("nn lesson gradient-check --hidden 8,8 --activation relu");
        add(hidden, activation, loss, options, common);
        spec().usageMessage()
                .description("%nTakes a network of 4 inputs and 3 outputs with random weights in double precision, and "
                        + "compares its gradient with finite differences. Then it makes mistakes on purpose.%n");
    }

    @Override
    public Integer call() {
        GradientCheckLesson lesson;
        try {
            List<Integer> sizes = HiddenLayers.of(hidden.value());
            for (int size : sizes) {
                if (size < 1 || size > MAX_NEURONS) {
                    throw new IllegalArgumentException("--hidden is %s; it must be layer sizes from 1 to %d"
                            .formatted(hidden.value(), MAX_NEURONS));
                }
            }
            lesson = new GradientCheckLesson(sizes, activation.value(), loss.value());
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
        new LessonRun(terminal, options, common).run(lesson, false);
        return 0;
    }
}
