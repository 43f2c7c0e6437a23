package nn.exchange.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.exchange.DenseLayer;
import nn.exchange.ForeignModelException;
import nn.exchange.ForeignNetwork;
import nn.exchange.Layout;
import nn.exchange.npy.NpzFile;
import nn.exchange.npy.NumberArray;
import nn.json.EnumName;
import nn.model.Activation;
import nn.model.Loss;

/** The network in an NPZ file: its weights, and what {@link NpzExport} adds to them. */
final class NpzNetwork {

    private NpzNetwork() {}

    static ForeignNetwork read(Path file, Optional<Layout> layout) throws IOException, ForeignModelException {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        Map<String, List<String>> texts = new HashMap<>();
        try (NpzFile npz = NpzFile.open(file, Kind.BAD_CHECKPOINT)) {
            npz.requireOnlyArrays();
            for (String name : npz.names()) {
                if (npz.isText(name)) {
                    texts.put(name, npz.readTexts(name));
                } else {
                    arrays.put(name, finite(name, npz.read(name)));
                }
            }
        }
        Optional<NumberArray> temperature = Optional.ofNullable(arrays.remove(NpzExport.TEMPERATURE));
        Optional<NumberArray> image = Optional.ofNullable(arrays.remove(NpzExport.IMAGE));
        List<DenseLayer> layers = NamedLayers.of(arrays, layout);
        return new ForeignNetwork(
                layers,
                activations(texts.get(NpzExport.ACTIVATIONS), layers.size()),
                loss(texts.get(NpzExport.LOSS)),
                temperature.filter(array -> array.values().length == 1).map(array -> (double) array.values()[0]),
                Optional.ofNullable(texts.get(NpzExport.CLASSES)),
                image.filter(array -> array.values().length == 2)
                        .map(array -> List.of((int) array.values()[0], (int) array.values()[1])),
                Optional.empty());
    }

    private static NumberArray finite(String name, NumberArray array) throws ForeignModelException {
        if (!array.isFinite()) {
            throw new ForeignModelException(
                    "holds NaN or infinity in the array " + UntrustedText.quoted(name), "train again");
        }
        return array;
    }

    private static Optional<List<Activation>> activations(List<String> names, int layers) throws ForeignModelException {
        if (names == null) {
            return Optional.empty();
        }
        List<Activation> known = names.stream()
                .flatMap(name -> Stream.of(Activation.values())
                        .filter(one -> one != Activation.STEP)
                        .filter(one -> EnumName.of(one).equals(name.toLowerCase(Locale.ROOT))))
                .toList();
        if (known.size() != names.size() || known.size() != layers) {
            throw new ForeignModelException(
                    "has the activations " + UntrustedText.escaped(names.toString()) + " for " + layers + " layers",
                    "name one for each layer");
        }
        return Optional.of(known);
    }

    private static Optional<Loss> loss(List<String> names) {
        return Optional.ofNullable(names)
                .filter(list -> list.size() == 1 && Loss.LABELS.contains(list.get(0)))
                .map(list -> Loss.named(list.get(0)));
    }
}
