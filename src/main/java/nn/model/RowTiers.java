package nn.model;

/**
 * Parts of a mini-batch whose examples are sorted by how far their ink spreads: tier 0 is all rows, and each further one is the
 * last rows of the one before. An input that is blank in the rows before a tier needs products with that tier's rows only.
 */
public final class RowTiers {

    private final int[] firstRows;

    private RowTiers(int... firstRows) {
        this.firstRows = firstRows;
    }

    /** All rows in one. */
    public static RowTiers one() {
        return new RowTiers(0);
    }

    /** Three of a mini-batch of so many examples, where they save the most of MNIST's products in the first layer: 17 of 100. */
    public static RowTiers three(int batchSize) {
        return new RowTiers(0, batchSize / 4, batchSize * 5 / 8);
    }

    public int count() {
        return firstRows.length;
    }

    /** The first row of a tier; the last row is the mini-batch's. */
    public int firstRow(int tier) {
        return firstRows[tier];
    }
}
