package nn.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * Numbers with a type and a shape, stored as in a file: little-endian, C order (the last index runs fastest). The shape
 * {@code []} is a single number. A tensor shares the memory it was made from, and never writes to it.
 */
public final class Tensor {

    /** The element types that a checkpoint may hold, by their names in the safetensors format. */
    public enum DType {
        F32(Float.BYTES),
        F64(Double.BYTES),
        I64(Long.BYTES),
        U8(1);

        private final int bytes;

        DType(int bytes) {
            this.bytes = bytes;
        }

        /** The size of one element in bytes. */
        int bytes() {
            return bytes;
        }
    }

    private static final int CHUNK = 4096;

    private final DType dtype;
    private final long[] shape;
    private final ByteBuffer data;

    /**
     * @param data the elements, from the buffer's position to its limit; not copied
     * @throws IllegalArgumentException if a dimension is negative or the data does not have exactly the bytes that the shape
     *     needs
     */
    Tensor(DType dtype, long[] shape, ByteBuffer data) {
        this.dtype = Objects.requireNonNull(dtype);
        this.shape = shape.clone();
        this.data = data.slice().asReadOnlyBuffer();
        long needed = byteCount(dtype, shape);
        if (data.remaining() != needed) {
            throw new IllegalArgumentException("the shape " + Arrays.toString(shape) + " of " + dtype + " needs "
                    + needed + " bytes, not " + data.remaining());
        }
    }

    /** A copy of the values as F32. */
    public static Tensor of(float[] values, long... shape) {
        ByteBuffer data = littleEndian(values.length, DType.F32);
        data.asFloatBuffer().put(values);
        return new Tensor(DType.F32, shape, data);
    }

    /** A copy of the values as F64. */
    public static Tensor of(double[] values, long... shape) {
        ByteBuffer data = littleEndian(values.length, DType.F64);
        data.asDoubleBuffer().put(values);
        return new Tensor(DType.F64, shape, data);
    }

    /** A copy of the values as I64. */
    public static Tensor of(long[] values, long... shape) {
        ByteBuffer data = littleEndian(values.length, DType.I64);
        data.asLongBuffer().put(values);
        return new Tensor(DType.I64, shape, data);
    }

    /** A copy of the values as U8, each byte read as 0 to 255. */
    public static Tensor of(byte[] values, long... shape) {
        return new Tensor(DType.U8, shape, ByteBuffer.wrap(values.clone()));
    }

    private static ByteBuffer littleEndian(int elements, DType dtype) {
        return ByteBuffer.allocate(Math.multiplyExact(elements, dtype.bytes())).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The size of a tensor in bytes, computed without overflow.
     *
     * @throws IllegalArgumentException if a dimension is negative or the count does not fit a {@code long}
     */
    static long byteCount(DType dtype, long[] shape) {
        long bytes = dtype.bytes();
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("a negative dimension in the shape " + Arrays.toString(shape));
            }
            try {
                bytes = Math.multiplyExact(bytes, dimension);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("the shape " + Arrays.toString(shape) + " is too large", e);
            }
        }
        return bytes;
    }

    public DType dtype() {
        return dtype;
    }

    /** A copy of the shape. */
    public long[] shape() {
        return shape.clone();
    }

    /** The number of elements, the product of the shape. */
    public long elements() {
        return data.capacity() / dtype.bytes();
    }

    /** The size of the data in bytes. */
    long byteCount() {
        return data.capacity();
    }

    /** A new read-only little-endian view of all elements. */
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether no element is NaN or infinite; always true of whole numbers. */
    boolean isFinite() {
        return switch (dtype) {
            case F32 -> areFinite(data().asIntBuffer());
            case F64 -> areFinite(data().asLongBuffer());
            case I64, U8 -> true;
        };
    }

    /** Tests the exponent bits in chunks of a plain array, which is fast even before the JIT compiles it. */
    private static boolean areFinite(IntBuffer floats) {
        int[] chunk = new int[CHUNK];
        while (floats.hasRemaining()) {
            int count = Math.min(CHUNK, floats.remaining());
            floats.get(chunk, 0, count);
            for (int i = 0; i < count; i++) {
                if ((chunk[i] & 0x7f80_0000) == 0x7f80_0000) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean areFinite(LongBuffer doubles) {
        long[] chunk = new long[CHUNK];
        while (doubles.hasRemaining()) {
            int count = Math.min(CHUNK, doubles.remaining());
            doubles.get(chunk, 0, count);
            for (int i = 0; i < count; i++) {
                if ((chunk[i] & 0x7ff0_0000_0000_0000L) == 0x7ff0_0000_0000_0000L) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Compares type, shape and bytes, so NaN equals NaN, and 0.0 differs from -0.0. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && dtype == that.dtype
                && Arrays.equals(shape, that.shape)
                && data().equals(that.data());
    }

    @Override
    public int hashCode() {
        return Objects.hash(dtype, Arrays.hashCode(shape), data());
    }

    @Override
    public String toString() {
        return dtype + Arrays.toString(shape);
    }
}
