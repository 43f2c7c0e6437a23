package nn.exchange.npy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The type of an array's elements. */
public enum NpyType {
    BOOL("b1", 1),
    INT8("i1", 1),
    UINT8("u1", 1),
    INT16("i2", 2),
    UINT16("u2", 2),
    INT32("i4", 4),
    UINT32("u4", 4),
    INT64("i8", 8),
    UINT64("u8", 8),
    FLOAT16("f2", 2),
    FLOAT32("f4", 4),
    FLOAT64("f8", 8),
    /** A Unicode character. A text has as many as the array's last dimension says. */
    CHARACTER("U", 4);

    private static final double TWO_TO_64 = 0x1p64;

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Its code in a header, without the byte order and the length of texts. */
    String code() {
        return code;
    }

    /** The bytes of an element. */
    public int bytes() {
        return bytes;
    }

    static Optional<NpyType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findAny();
    }

    /** The number at the buffer's position, which moves on. Integers above 2^53 are rounded. */
    double read(ByteBuffer from) {
        return switch (this) {
            case BOOL -> from.get() == 0 ? 0 : 1;
            case INT8 -> from.get();
            case UINT8 -> from.get() & 0xff;
            case INT16 -> from.getShort();
            case UINT16 -> from.getShort() & 0xffff;
            case INT32, CHARACTER -> from.getInt();
            case UINT32 -> from.getInt() & 0xffff_ffffL;
            case INT64 -> from.getLong();
            case UINT64 -> unsigned(from.getLong());
            case FLOAT16 -> half(from.getShort());
            case FLOAT32 -> from.getFloat();
            case FLOAT64 -> from.getDouble();
        };
    }

    private static double unsigned(long bits) {
        return bits < 0 ? bits + TWO_TO_64 : bits;
    }

    /** IEEE 754 binary16: a sign, 5 bits of exponent with bias 15, 10 bits of fraction. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude = switch (exponent) {
            case 0 -> fraction * 0x1p-24;
            case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        };
        return bits < 0 ? -magnitude : magnitude;
    }
}
