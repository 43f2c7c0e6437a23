package nn.model;

/** How a matrix stores its numbers: in which format, and in which memory. */
public enum Storage {

    /** Single precision in ND4J arrays: to train, and to answer many. */
    NATIVE_FLOAT(Float.BYTES),

    /** Double precision in ND4J arrays: for gradient checks and lessons. */
    NATIVE_DOUBLE(Double.BYTES),

    /** Single precision in Java arrays: for a few answers, which take less time than ND4J's start. */
    HEAP_FLOAT(Float.BYTES);

    private static final int LINE_BYTES = 64;

    private final int bytes;

    Storage(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one number. */
    int bytes() {
        return bytes;
    }

    /** How many numbers a 64-byte cache line holds. */
    int numbersPerLine() {
        return LINE_BYTES / bytes;
    }

    /** How many numbers behind an address the next cache line starts; 0 where one starts there. */
    int lineStart(long address) {
        return Math.floorMod(-address, LINE_BYTES) / bytes;
    }
}
