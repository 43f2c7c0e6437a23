package nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

    private static final Architecture ARCHITECTURE = Architecture.of(6, List.of(5, 4), 3, Activation.RELU);

    @Test
    void hiddenLayersHaveDropoutMasksAndOutputsNone() {
        Workspace workspace = Workspace.forTraining(ARCHITECTURE, Precision.FLOAT, 2, 0.5);
        assertEquals(List.of(5, 4), List.of(workspace.keep(0).orElseThrow().columns(),
                workspace.keep(1).orElseThrow().columns()));
        assertTrue(workspace.keep(2).isEmpty());
        assertEquals(2, workspace.keepFactor());
    }

    @Test
    void withoutDropoutThereIsNoMask() {
        assertTrue(Workspace.forTraining(ARCHITECTURE, Precision.FLOAT, 2).keep(0).isEmpty());
        assertTrue(Workspace.forInference(ARCHITECTURE, Precision.FLOAT, 2).keep(0).isEmpty());
    }

    @Test
    void inputsThatAreTooLongAreRefusedAndTheConstantInputStaysOne() {
        Workspace workspace = Workspace.forInference(ARCHITECTURE, Precision.FLOAT, 2);
        assertThrows(IndexOutOfBoundsException.class, () -> workspace.inputs().writeRow(0, new double[7]));
        assertThrows(IndexOutOfBoundsException.class,
                () -> ((FloatMatrix) workspace.inputs()).write(0, 0, new float[7], 7));
        assertEquals(1, workspace.entering(0).get(0, 6));
    }

    @Test
    void impossibleDropoutAndCapacityAreRefused() {
        for (double dropout : new double[] {-0.1, 1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class,
                    () -> Workspace.forTraining(ARCHITECTURE, Precision.FLOAT, 2, dropout));
        }
        assertThrows(IllegalArgumentException.class, () -> Workspace.forInference(ARCHITECTURE, Precision.FLOAT, 0));
    }
}
