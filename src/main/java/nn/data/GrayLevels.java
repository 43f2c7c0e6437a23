package nn.data;

import java.nio.ByteBuffer;
import java.util.function.DoubleConsumer;
import nn.NnException;

/** Turns the values of an image file that are no unsigned bytes into gray levels, 0 to 255. */
final class GrayLevels {

    private static final int MAX = 255;

    private GrayLevels() {}

    /**
     * A sink that passes on one byte for each value. Integers are gray levels. Fractions from 0 to 1 are shares of 255; if one is
     * larger, all are gray levels. To find that out, the file is read once before.
     *
     * @throws NnException BAD_INPUT if a value is less than 0, more than 255 or not a number
     */
    static IdxFile.Sink into(IdxFile file, IdxFile.Sink bytes) {
        IdxType type = file.header().type();
        if (type == IdxType.UNSIGNED_BYTE) {
            return bytes;
        }
        Largest largest = new Largest(file);
        file.read(new Values(type, largest));
        double scale = type.isFractional() && largest.value <= 1 ? MAX : 1;
        byte[] one = new byte[1];
        return new Values(type, value -> {
            one[0] = (byte) Math.round(scale * value);
            bytes.accept(one, 0, 1);
        });
    }

    private static final class Largest implements DoubleConsumer {

        private final IdxFile file;
        private double value;
        private long index;

        Largest(IdxFile file) {
            this.file = file;
        }

        @Override
        public void accept(double next) {
            if (!(next >= 0 && next <= MAX)) {
                throw NnException.of(
                        NnException.Kind.BAD_INPUT,
                        file.path(),
                        "has the value " + next + " in image "
                                + index / file.header().pixels() + "; pixels go from 0 to 255, or from 0 to 1",
                        "scale them");
            }
            value = Math.max(value, next);
            index++;
        }
    }

    /** Puts values together that are cut by the ends of chunks. */
    private static final class Values implements IdxFile.Sink {

        private final IdxType type;
        private final DoubleConsumer values;
        private final ByteBuffer cut = ByteBuffer.allocate(Double.BYTES);

        Values(IdxType type, DoubleConsumer values) {
            this.type = type;
            this.values = values;
        }

        @Override
        public void accept(byte[] chunk, int from, int length) {
            for (int i = from; i < from + length; i++) {
                cut.put(chunk[i]);
                if (cut.position() == type.bytes()) {
                    values.accept(type.read(cut.flip()));
                    cut.clear();
                }
            }
        }
    }
}
