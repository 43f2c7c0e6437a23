package nn.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import org.junit.jupiter.api.Test;

/** The model that ships with nn, and what data/README.md says of it. */
class ShippedModelTest {

    private static final Path DATA = Path.of("data");

    /** Its weights depended on version and kernel, so no command reproduces its figures without them. */
    @Test
    void itsDescriptionStatesVersionKernelAndErrorsOfItsTraining() throws IOException {
        Provenance provenance =
                Checkpoint.read(DATA.resolve("model.safetensors")).provenance();
        String text = Files.readString(DATA.resolve("README.md"));
        for (String stated : List.of(
                "`" + provenance.program() + "`",
                "`" + provenance.blasKernel() + "`",
                provenance.test().errors() + " of the 10,000 test images wrong",
                "--preset " + provenance.config().preset() + " --seed "
                        + provenance.config().data().seed())) {
            assertTrue(text.contains(stated), stated);
        }
    }
}
