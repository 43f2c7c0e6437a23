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
        Workspace workspace = Workspace.forTraining(ARCHITECTURE, Storage.NATIVE_FLOAT, 2, 0.5);
        assertEquals(
                List.of(5, 4),
                List.of(
                        workspace.keep(0).orElseThrow().columns(),
                        workspace.keep(1).orElseThrow().columns()));
        assertTrue(workspace.keep(2).isEmpty());
        assertEquals(2, workspace.keepFactor());
    }

    @Test
    void withoutDropoutThereIsNoMask() {
        assertTrue(Workspace.forTraining(ARCHITECTURE, Storage.NATIVE_FLOAT, 2)
                .keep(0)
                .isEmpty());
        assertTrue(Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 2)
                .keep(0)
                .isEmpty());
    }

    @Test
    void inputsThatAreTooLongAreRefusedAndTheConstantInputStaysOne() {
        Workspace workspace = Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 2);
        assertThrows(IndexOutOfBoundsException.class, () -> workspace.inputs().writeRow(0, new double[7]));
        assertThrows(
                IndexOutOfBoundsException.class, () -> ((FloatMatrix) workspace.inputs()).write(0, 0, new float[7], 7));
        assertEquals(1, workspace.entering(0).get(0, 6));
    }

    @Test
    void withoutInputsAllLaterLayersAreThereAndAForwardPassFromTheInputsIsRefused() {
        Workspace workspace = Workspace.withoutInputs(ARCHITECTURE, Storage.NATIVE_FLOAT, 2, 0.5);
        assertEquals(0, workspace.inputs().columns());
        assertEquals(
                List.of(6, 5, 3),
                List.of(
                        workspace.entering(1).columns(),
                        workspace.dSums(0).columns(),
                        workspace.outputs().columns()));
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        assertThrows(IllegalArgumentException.class, () -> Mlp.forward(parameters, workspace, 2));
        Mlp.forward(parameters, workspace, 2, 1);
    }

    @Test
    void aPartSharesItsRowsOfEverything() {
        Workspace whole = Workspace.forTraining(ARCHITECTURE, Storage.NATIVE_FLOAT, 4, 0.5);
        Workspace part = whole.part(1, 3);
        assertEquals(3, part.capacity());
        part.inputs().set(2, 5, 1);
        part.values(1).set(0, 4, 2);
        part.outputs().set(1, 2, 3);
        part.targets().set(0, 0, 4);
        part.dSums(2).set(2, 1, 5);
        part.keep(1).orElseThrow().set(0, 3, 6);
        assertEquals(
                List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
                List.of(
                        whole.inputs().get(3, 5),
                        whole.values(1).get(1, 4),
                        whole.outputs().get(2, 2),
                        whole.targets().get(1, 0),
                        whole.dSums(2).get(3, 1),
                        whole.keep(1).orElseThrow().get(1, 3)));
        assertEquals(2, part.keepFactor());
    }

    @Test
    void aPartBesideItsWholeIsRefused() {
        Workspace whole = Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 4);
        assertEquals(4, whole.part(0, 4).capacity());
        for (int[] part : new int[][] {{-1, 2}, {0, 0}, {0, 5}, {4, 1}}) {
            assertThrows(IllegalArgumentException.class, () -> whole.part(part[0], part[1]));
        }
    }

    @Test
    void onlyALayerWithBiasesIsGivenOnes() {
        Workspace without = Workspace.forInference(
                new Architecture(ARCHITECTURE.sizes(), ARCHITECTURE.activations(), false), Storage.NATIVE_FLOAT, 2);
        assertEquals(
                List.of(7, 6),
                List.of(
                        Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 2)
                                .entering(0)
                                .columns(),
                        without.entering(0).columns()));
    }

    @Test
    void otherParametersMoreRowsAndABackwardPassWithoutItsMemoryAreRefused() {
        Workspace workspace = Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 2);
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        workspace.requireFit(parameters, 1);
        workspace.requireFit(parameters, 2);
        for (int rows : new int[] {0, 3}) {
            assertThrows(IllegalArgumentException.class, () -> workspace.requireFit(parameters, rows));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> workspace.requireFit(Parameters.zeros(ARCHITECTURE, Storage.HEAP_FLOAT), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> workspace.requireFit(
                        Parameters.zeros(ARCHITECTURE.withOutputActivation(Activation.SIGMOID), Storage.NATIVE_FLOAT),
                        1));
        assertThrows(IllegalStateException.class, workspace::requireTraining);
        Workspace.forTraining(ARCHITECTURE, Storage.NATIVE_FLOAT, 2).requireTraining();
    }

    @Test
    void impossibleDropoutAndCapacityAreRefused() {
        for (double dropout : new double[] {-0.1, 1, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Workspace.forTraining(ARCHITECTURE, Storage.NATIVE_FLOAT, 2, dropout));
        }
        assertThrows(
                IllegalArgumentException.class, () -> Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 0));
    }
}
