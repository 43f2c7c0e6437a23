package nn.train.fast;

import java.util.ArrayList;
import java.util.List;
import nn.model.Architecture;
import nn.model.Matrix;
import nn.model.Storage;
import nn.model.Workspace;

/** The memory of a mini-batch on its way through the network. All parts share it. */
final class BatchMemory {

    private final Workspace workspace;
    private final List<List<Matrix>> products = new ArrayList<>();

    /** @param dropout the share of hidden values that are dropped, in [0, 1) */
    BatchMemory(Architecture architecture, Parts parts, int batchSize, double dropout) {
        workspace = Workspace.withoutInputs(architecture, Storage.NATIVE_FLOAT, batchSize, dropout);
        for (int layer = 0; layer < splitLayers(architecture); layer++) {
            List<Matrix> productsOfLayer = new ArrayList<>();
            for (int part = 0; part < parts.count(); part++) {
                productsOfLayer.add(Matrix.padded(
                        Storage.NATIVE_FLOAT, batchSize, architecture.sizes().get(layer + 1)));
            }
            products.add(productsOfLayer);
        }
    }

    /** How many layers are split by their inputs: all but the last one, and at least one. */
    static int splitLayers(Architecture architecture) {
        return Math.max(1, architecture.layers() - 1);
    }

    /** The values behind the first layer, and their gradients. */
    Workspace workspace() {
        return workspace;
    }

    /** The products {@code [batch, fanOut]} of a split layer, one for each part. They add up to the layer's weighted sums. */
    List<Matrix> products(int layer) {
        return products.get(layer);
    }
}
