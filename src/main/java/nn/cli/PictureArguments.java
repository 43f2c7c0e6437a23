package nn.cli;

import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The pictures that a command line names. */
final class PictureArguments implements Flags {

    private final PositionalParamSpec images = PositionalParamSpec.builder()
            .required(true)
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("IMAGE")
            .description(
                    "Pictures, directories of pictures, - for one on standard input, @LIST for a file with a path a line.")
            .build();

    @Override
    public void addTo(Command command) {
        command.spec().addPositional(images);
    }

    List<String> words() {
        return images.getValue();
    }
}
