package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The model that comes with the program was made by some version of it, and must be readable by every later one. */
class ShippedModelTest {

    @Test
    void itsConfigurationAndResultAreRead() {
        Checkpoint model = Checkpoint.read(Path.of("data", "model.safetensors"));
        assertTrue(model.provenance().test().measured());
        assertTrue(model.provenance().config().augmentation().rotation() > 0);
    }
}
