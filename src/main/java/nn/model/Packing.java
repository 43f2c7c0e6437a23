package nn.model;

import java.util.Optional;

/**
 * Memory of which nothing outlives the packing of a mini-batch's inputs: one for all tiers and both mini-batches of a shard, which
 * are packed one after the other.
 *
 * @param inked {@code [columns]}, not 0 for an input that is not 0 everywhere
 * @param inkedWords the same as far as it is found by eights
 * @param magnitudes the same as far as it is found by sums
 * @param tierOf {@code [columns]}, the tier of each input, or -1
 * @param row {@code [columns]}, packed inputs of one row
 * @param levels {@code [batch * columns + 8]}, packed inputs of all rows, of bytes
 * @param moveFrom where runs of eight levels come from within a row
 * @param moveTo where they go to
 * @param bytes takes the levels to where they are floats, if the inputs are bytes
 */
record Packing(byte[] inked, long[] inkedWords, float[] magnitudes, byte[] tierOf, float[] row, byte[] levels, int[] moveFrom,
        int[] moveTo, Optional<ByteMatrix> bytes) {

    /** For so many inputs of up to {@code batch} rows, which come as bytes or as floats. */
    static Packing of(int batch, int columns, boolean bytes) {
        return new Packing(new byte[columns], new long[columns / Long.BYTES], new float[columns], new byte[columns],
                new float[bytes ? 0 : columns], new byte[bytes ? Math.multiplyExact(batch, columns) + Long.BYTES : 0],
                new int[columns], new int[columns], bytes ? Optional.of(new ByteMatrix(batch, columns)) : Optional.empty());
    }
}
