package nn.cli;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Flags under a heading of their own in the help. */
final class FlagGroup implements Flags {

    private final ArgGroupSpec group;

    FlagGroup(String heading, Flag<?>... flags) {
        ArgGroupSpec.Builder builder = ArgGroupSpec.builder().validate(false).heading("%n" + heading + ":%n");
        for (Flag<?> flag : flags) {
            builder.addArg(flag.option());
        }
        group = builder.build();
    }

    @Override
    public void addTo(CommandSpec spec) {
        spec.addArgGroup(group);
    }
}
