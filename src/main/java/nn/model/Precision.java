package nn.model;

import org.nd4j.linalg.api.buffer.DataType;

/** The number format of a network: single precision to train, double precision for gradient checks and lessons. */
public enum Precision {
    FLOAT(DataType.FLOAT, 16),
    DOUBLE(DataType.DOUBLE, 8);

    private static final int LINE_BYTES = 64;

    private final DataType dataType;
    private final int lanes;

    Precision(DataType dataType, int lanes) {
        this.dataType = dataType;
        this.lanes = lanes;
    }

    DataType dataType() {
        return dataType;
    }

    /** The size of one number. */
    int bytes() {
        return LINE_BYTES / lanes;
    }

    /** How many numbers a 64-byte cache line holds; rows are padded to a multiple of it. */
    int lanes() {
        return lanes;
    }
}
