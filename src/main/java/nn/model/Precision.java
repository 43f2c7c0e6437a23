package nn.model;

/** The number format of a network, and where its numbers are. */
public enum Precision {

    /** Single precision in ND4J arrays: to train and to answer many. */
    FLOAT(16),

    /** Double precision in ND4J arrays: for gradient checks and lessons. */
    DOUBLE(8),

    /** Single precision in Java arrays: for a few answers, as ND4J takes longer to start than they do. */
    HEAP_FLOAT(16);

    private static final int LINE_BYTES = 64;

    private final int lanes;

    Precision(int lanes) {
        this.lanes = lanes;
    }

    /** The size of one number. */
    int bytes() {
        return LINE_BYTES / lanes;
    }

    /** How many numbers a 64-byte cache line holds; rows are padded to a multiple of it. */
    int lanes() {
        return lanes;
    }

    /** How many numbers behind an address the next cache line starts; 0 where one starts there. */
    int lineStart(long address) {
        return Math.floorMod(-address, LINE_BYTES) / bytes();
    }
}
