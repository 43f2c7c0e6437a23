package nn.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One worker's part of the first layer without the inputs that are zero in the whole mini-batch, or in its first rows: they add
 * nothing to the sums, and nothing to their weights' gradient. Of MNIST's 784 pixels, a third are blank in all of 128 images, and
 * half in the 32 whose ink spreads least, so that four in nine of the two largest products of a step need not be computed.
 */
final class PackedInputs {

    /** Below this share of products, copying the weights costs more than leaving them out saves. */
    private static final double WORTHWHILE = 0.1;

    private final int columns;
    private final Matrix weights;
    private final Matrix sums;
    private final Matrix dSums;
    private final RowTiers rowTiers;
    private final List<Matrix> packedRows;
    private final Packing packing;
    private final List<PackedTier> tiers;
    private final InputRuns all;
    private final GradientRows gradientRows;
    private boolean packsWeights;

    /**
     * Memory for the packed inputs.
     *
     * @param weights {@code [own, fanOut]}, a row for each input
     * @param sums {@code [batch, fanOut]}, where their products go
     * @param dSums {@code [batch, fanOut]}, the gradient by the layer's sums
     * @param bytes whether the inputs come as bytes instead; of {@link Precision#FLOAT} only
     */
    PackedInputs(Matrix weights, Matrix sums, Matrix dSums, RowTiers rowTiers, boolean bytes) {
        this(weights, sums, dSums, rowTiers, IntStream.range(0, rowTiers.count())
                .mapToObj(tier -> Matrix.zeros(sums.precision(), weights.rows(), sums.columns())).toList(),
                Packing.of(sums.rows(), weights.rows(), bytes));
    }

    private PackedInputs(Matrix weights, Matrix sums, Matrix dSums, RowTiers rowTiers, List<Matrix> packedRows, Packing packing) {
        columns = weights.rows();
        this.weights = weights;
        this.sums = sums;
        this.dSums = dSums;
        this.rowTiers = rowTiers;
        this.packedRows = packedRows;
        this.packing = packing;
        tiers = IntStream.range(0, rowTiers.count()).mapToObj(tier -> new PackedTier(columns, sums, dSums, rowTiers.firstRow(tier),
                tier > 0, packedRows.get(tier), packing)).toList();
        all = new InputRuns(columns);
        gradientRows = new GradientRows(packedRows, all);
    }

    /**
     * Memory for another mini-batch's inputs, which may be packed while this one is multiplied. They share what is used by only one of
     * them at a time: the memory for the weights, and that for packing.
     */
    PackedInputs another() {
        return new PackedInputs(weights, sums, dSums, rowTiers, packedRows, packing);
    }

    /**
     * Packs the inputs of the first {@code batch} rows. The one beyond the values' columns, if there is one, is 1.
     *
     * @param values {@code [batch, valueColumns]}, row after row
     */
    void pack(float[] values, int valueColumns, int batch) {
        Arrays.fill(packing.tierOf(), (byte) -1);
        for (int tier = tiers.size() - 1; tier >= 0; tier--) {
            findInked(values, valueColumns, rowTiers.firstRow(tier), endRow(tier, batch));
            enter(tier);
        }
        choose(batch);
        tiers.forEach(tier -> tier.pack(values, valueColumns, batch));
    }

    /**
     * Packs inputs that come as bytes, taken as unsigned and divided by 255. The one beyond the bytes' columns, if there is
     * one, is 1.
     *
     * @param levels {@code [batch, levelColumns]}, row after row
     */
    void pack(byte[] levels, int levelColumns, int batch) {
        Arrays.fill(packing.tierOf(), (byte) -1);
        for (int tier = tiers.size() - 1; tier >= 0; tier--) {
            findInked(levels, levelColumns, rowTiers.firstRow(tier), endRow(tier, batch));
            enter(tier);
        }
        choose(batch);
        tiers.forEach(tier -> tier.pack(levels, levelColumns, batch));
    }

    /** Where the rows end that are in a tier and in no further one. */
    private int endRow(int tier, int batch) {
        return tier == tiers.size() - 1 ? batch : Math.min(batch, rowTiers.firstRow(tier + 1));
    }

    /** An input is in the first of the tiers whose rows have ink there; they come from the last to the first. */
    private void enter(int tier) {
        byte[] inked = packing.inked();
        byte[] tierOf = packing.tierOf();
        for (int i = 0; i < columns; i++) {
            if (inked[i] != 0) {
                tierOf[i] = (byte) tier;
            }
        }
    }

    private void findInked(float[] values, int valueColumns, int firstRow, int endRow) {
        float[] magnitudes = packing.magnitudes();
        byte[] inked = packing.inked();
        Arrays.fill(magnitudes, 0, valueColumns, 0);
        Arrays.fill(magnitudes, valueColumns, columns, 1);
        for (int row = firstRow; row < endRow; row++) {
            addMagnitudes(values, row * valueColumns, valueColumns, magnitudes);
        }
        for (int i = 0; i < columns; i++) {
            inked[i] = (byte) (magnitudes[i] == 0 ? 0 : 1);
        }
    }

    private static void addMagnitudes(float[] values, int start, int count, float[] magnitudes) {
        for (int i = 0; i < count; i++) {
            magnitudes[i] += Math.abs(values[start + i]);
        }
    }

    private void findInked(byte[] levels, int levelColumns, int firstRow, int endRow) {
        int words = levelColumns / Long.BYTES;
        byte[] inked = packing.inked();
        long[] inkedWords = packing.inkedWords();
        Arrays.fill(inkedWords, 0);
        Arrays.fill(inked, (byte) 1);
        Arrays.fill(inked, 0, levelColumns, (byte) 0);
        for (int row = firstRow; row < endRow; row++) {
            int start = row * levelColumns;
            for (int word = 0; word < words; word++) {
                inkedWords[word] |= (long) PackedTier.EIGHT.get(levels, start + word * Long.BYTES);
            }
            for (int i = words * Long.BYTES; i < levelColumns; i++) {
                inked[i] |= levels[start + i];
            }
        }
        for (int word = 0; word < words; word++) {
            PackedTier.EIGHT.set(inked, word * Long.BYTES, inkedWords[word]);
        }
    }

    /** Decides what is left out: inputs in no tier everywhere, those of a tier in the rows before it. */
    private void choose(int batch) {
        clear();
        byte[] tierOf = packing.tierOf();
        for (int i = 0; i < columns; i++) {
            if (tierOf[i] >= 0) {
                add(i, tierOf[i]);
            }
        }
        long products = 0;
        for (int tier = 0; tier < tiers.size(); tier++) {
            products += (long) tiers.get(tier).runs().total() * Math.max(0, batch - rowTiers.firstRow(tier));
        }
        packsWeights = products <= (1 - WORTHWHILE) * columns * batch;
        if (!packsWeights) {
            clear();
            all.setAll(columns);
            tiers.get(0).runs().setAll(columns);
        }
    }

    private void clear() {
        all.clear();
        tiers.forEach(tier -> tier.runs().clear());
    }

    private void add(int input, int tier) {
        InputRuns runs = tiers.get(tier).runs();
        all.add(input, tier, runs.total());
        runs.add(input, tier, runs.total());
    }

    /** Multiplies the packed inputs by the weights into the sums. */
    void multiply(int batch) {
        for (PackedTier tier : tiers) {
            tier.multiply(weights, packsWeights, batch);
        }
    }

    /** The gradient by the weights of the inputs that are packed. */
    void gradient(int batch) {
        tiers.forEach(tier -> tier.gradient(batch));
    }

    /** The last {@link #gradient}, until the next {@code pack}, or until something else is done with the memory for the weights. */
    GradientRows gradientRows() {
        return gradientRows;
    }
}
