package nn.exchange.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.exchange.Affine;
import nn.exchange.DenseLayer;
import nn.exchange.ForeignModelException;
import nn.exchange.ForeignNetwork;
import nn.exchange.PixelRange;
import nn.exchange.npy.NumberArray;
import nn.exchange.onnx.OnnxFile;
import nn.files.ReadableFile;
import nn.json.EnumName;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;

/** Reads a network that another program wrote, and makes it read images as nn does. */
public final class ModelImport {

    private static final long MOST_BYTES = 1L << 30;
    private static final String FORMATS = ".npz, .onnx or .safetensors";

    private final ForeignNetwork network;
    private final ImportSettings settings;

    private ModelImport(ForeignNetwork network, ImportSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    /**
     * The classifier in a file.
     *
     * @param storage for single precision
     * @throws NnException BAD_CHECKPOINT if the file is missing, damaged, no multilayer perceptron, or leaves something open
     */
    public static Classifier read(Path file, ImportSettings settings, Storage storage) {
        ReadableFile.require(file, Kind.BAD_CHECKPOINT);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ForeignModelException("has more than 1 GB", "give a smaller network");
            }
            return new ModelImport(network(file, settings), settings).classifier(storage);
        } catch (ForeignModelException e) {
            throw e.in(file);
        } catch (IOException e) {
            throw new NnException(
                    Kind.BAD_CHECKPOINT,
                    file + ": cannot be read (" + UntrustedText.escaped(e.toString()) + "); check the disk",
                    e);
        }
    }

    private static ForeignNetwork network(Path file, ImportSettings settings)
            throws IOException, ForeignModelException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".npz")) {
            return NpzNetwork.read(file, settings.layout());
        }
        if (name.endsWith(".onnx")) {
            return OnnxFile.read(file);
        }
        if (name.endsWith(".safetensors")) {
            return ForeignNetwork.of(NamedLayers.of(arrays(SafeTensors.readForeign(file)), settings.layout()));
        }
        throw new ForeignModelException("is no file of weights that nn reads", "save them as " + FORMATS);
    }

    private static Map<String, NumberArray> arrays(SafeTensors content) throws ForeignModelException {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> named : content.tensors().entrySet()) {
            arrays.put(named.getKey(), array(named.getKey(), named.getValue()));
        }
        return arrays;
    }

    private static NumberArray array(String name, Tensor tensor) throws ForeignModelException {
        float[] values = new float[(int) tensor.elements()];
        switch (tensor.dtype()) {
            case F32 -> tensor.data().asFloatBuffer().get(values);
            case F64 -> {
                var doubles = tensor.data().asDoubleBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) doubles.get(i);
                }
            }
            case I64, U8 ->
                throw ForeignModelException.noMlp("the tensor " + UntrustedText.quoted(name) + " holds whole numbers");
        }
        // The file was checked, and it has a number for each element.
        List<Integer> shape =
                Arrays.stream(tensor.shape()).mapToObj(size -> (int) size).toList();
        return new NumberArray(shape, values);
    }

    private Classifier classifier(Storage storage) throws ForeignModelException {
        List<DenseLayer> layers = new ArrayList<>(network.layers());
        layers.set(0, forPixelsOfNn(layers.get(0)));
        List<Integer> sizes = new ArrayList<>(List.of(layers.get(0).inputs()));
        layers.forEach(layer -> sizes.add(layer.outputs()));
        List<Integer> image = image(sizes.get(0));
        try {
            Parameters parameters = Parameters.zeros(new Architecture(sizes, activations(), true), storage);
            for (int layer = 0; layer < layers.size(); layer++) {
                layers.get(layer).copyTo(parameters, layer);
            }
            if (!parameters.isFinite()) {
                throw new ForeignModelException("has weights that are too large", "check --mean and --std");
            }
            return new Classifier(
                    List.of(parameters),
                    List.of(InputKind.PIXELS),
                    image.get(0),
                    image.get(1),
                    classes(sizes.get(sizes.size() - 1)),
                    network.loss().orElse(new Loss.SoftmaxCrossEntropy()),
                    network.temperature().orElse(1.0));
        } catch (IllegalArgumentException e) {
            throw new ForeignModelException(
                    "holds a network that nn cannot use (" + UntrustedText.reason(e) + ")", "check what it is");
        }
    }

    /** The first layer for pixels from 0 to 1, which it turns into what the network was trained on. */
    private DenseLayer forPixelsOfNn(DenseLayer layer) {
        int ink = settings.pixels().or(network::pixels).orElse(PixelRange.UNIT).ink();
        return layer.after(Affine.of(ink / settings.std(), -settings.mean() / settings.std()));
    }

    private List<Integer> image(int inputs) throws ForeignModelException {
        if (network.image().isPresent()) {
            return network.image().get();
        }
        int side = (int) Math.round(Math.sqrt(inputs));
        if (side * side != inputs) {
            throw ForeignModelException.noMlp("its " + inputs + " inputs are not the pixels of a square image");
        }
        return List.of(side, side);
    }

    private List<Activation> activations() throws ForeignModelException {
        int hidden = network.layers().size() - 1;
        List<Activation> said = network.activations().orElse(List.of());
        if (said.isEmpty()) {
            if (hidden > 0 && settings.activation().isEmpty()) {
                throw new ForeignModelException(
                        "does not say the activation of its hidden layers",
                        "give --activation relu, tanh, sigmoid or identity");
            }
            List<Activation> told = new ArrayList<>(
                    Collections.nCopies(hidden, settings.activation().orElse(Activation.IDENTITY)));
            told.add(Activation.IDENTITY);
            return told;
        }
        Optional<Activation> other = said.stream()
                .limit(hidden)
                .filter(one -> settings.activation().isPresent()
                        && one != settings.activation().get())
                .findFirst();
        if (other.isPresent()) {
            throw new ForeignModelException(
                    "says that its activation is " + EnumName.of(other.get()), "leave out --activation");
        }
        return said;
    }

    /** Class names are printed unchanged, and separated by commas in a file. */
    private List<String> classes(int count) throws ForeignModelException {
        List<String> names = network.classes()
                .orElseGet(() ->
                        IntStream.range(0, count).mapToObj(String::valueOf).toList());
        for (String name : names) {
            if (name.isEmpty() || name.contains(",") || !name.equals(UntrustedText.escaped(name))) {
                throw new ForeignModelException(
                        "has the class name " + UntrustedText.quoted(name), "name it in plain letters");
            }
        }
        return names;
    }
}
