package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The shipped model may be from an older version, and every version must be able to read it. */
class ShippedModelTest {

    @Test
    void itsConfigurationAndResultAreRead() {
        Checkpoint model = Checkpoint.read(Path.of("data", "model.safetensors"));
        assertTrue(model.provenance().test().measured());
        assertTrue(model.provenance().config().augmentation().rotation() > 0);
    }
}
