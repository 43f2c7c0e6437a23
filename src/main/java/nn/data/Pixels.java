package nn.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import nn.NnException;
import nn.natives.NativeLibraries;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The gray levels of many images of one size, 0 paper to 255 ink, image after image, row after row. They are in a tensor, or,
 * if they do not fit into memory, in a mapped file.
 */
sealed interface Pixels {

    /**
     * Copies {@code count} pixels of image number {@code index}, starting at pixel {@code first}, to {@code into}, starting
     * at {@code at}. Thread-safe, allocates nothing.
     */
    void read(int index, int first, int count, byte[] into, int at);

    /** Pixels in an ND4J array. The field keeps the array, because a buffer alone does not keep its memory alive. */
    record InArray(INDArray array, ByteBuffer bytes, int pixelsPerImage) implements Pixels {

        /** @param array UINT8 {@code [examples, rows, columns]}, at most 2 GB; copied if it is a view or not in C order */
        static InArray of(INDArray array) {
            if (array.dataType() != DataType.UINT8 || array.rank() != 3) {
                throw new IllegalArgumentException("pixels must be a UINT8 array [examples, rows, columns]");
            }
            INDArray own = array.isView() || array.ordering() != 'c' ? array.dup('c') : array;
            int length = Math.toIntExact(own.length());
            return new InArray(
                    own,
                    new BytePointer(own.data().addressPointer())
                            .capacity(length)
                            .asByteBuffer(),
                    Math.toIntExact(own.size(1) * own.size(2)));
        }

        /**
         * Reads the images of a file, unpacked directly into the tensor's memory.
         *
         * @param content gets what was found after the header
         */
        static InArray load(IdxFile file, Consumer<IdxFile.Content> content) {
            IdxHeader header = file.header();
            if (!file.looksComplete()) {
                file.check();
            }
            BytePointer memory = allocate(file);
            ByteBuffer buffer = memory.asByteBuffer();
            content.accept(file.read(GrayLevels.into(file, buffer::put)));
            return of(tensor(memory, header));
        }

        /**
         * Images that are in memory already.
         *
         * @param content direct, {@code [images, rows, columns]} as the header says; the system may keep it from being written
         */
        static InArray over(ByteBuffer content, IdxHeader header) {
            NativeLibraries.load();
            return new InArray(tensor(new BytePointer(content), header), content, header.pixels());
        }

        private static INDArray tensor(BytePointer memory, IdxHeader header) {
            return Nd4j.create(
                    Nd4j.createBuffer(memory, memory.capacity(), DataType.UINT8),
                    new long[] {header.count(), header.rows(), header.columns()});
        }

        private static BytePointer allocate(IdxFile file) {
            long bytes = (long) file.header().count() * file.header().pixels();
            NativeLibraries.load();
            try {
                return new BytePointer(bytes);
            } catch (OutOfMemoryError e) {
                throw new NnException(
                        NnException.Kind.ENVIRONMENT,
                        file.path() + ": not enough memory, its images need " + ((bytes >> 20) + 1)
                                + " MB; give Java more memory",
                        e);
            }
        }

        @Override
        public void read(int index, int first, int count, byte[] into, int at) {
            bytes.get(index * pixelsPerImage + first, into, at, count);
        }
    }

    /**
     * Pixels that were made, in a Java array.
     *
     * @param bytes {@code [images * pixelsPerImage]}
     */
    record InHeap(byte[] bytes, int pixelsPerImage) implements Pixels {

        @Override
        public void read(int index, int first, int count, byte[] into, int at) {
            System.arraycopy(bytes, index * pixelsPerImage + first, into, at, count);
        }
    }

    /**
     * Some images of others, in any order.
     *
     * @param images {@code [examples]}, their numbers among the others
     */
    record Selected(Pixels others, int[] images) implements Pixels {

        @Override
        public void read(int index, int first, int count, byte[] into, int at) {
            others.read(images[index], first, count, into, at);
        }
    }

    /**
     * Images in another form, converted whenever they are read: they may be too many for the memory.
     *
     * @param gray [256] what becomes of each pixel value
     * @param rows of an image before it is transposed
     * @param columns of an image before it is transposed
     */
    record Converted(Pixels others, byte[] gray, boolean transposed, int rows, int columns) implements Pixels {

        Converted(Pixels others, ImageForm form, int rows, int columns) {
            this(others, form.gray(), form.transposed(), rows, columns);
        }

        @Override
        public void read(int index, int first, int count, byte[] into, int at) {
            if (transposed) {
                for (int i = 0; i < count; i++) {
                    int pixel = first + i;
                    others.read(index, pixel % rows * columns + pixel / rows, 1, into, at + i);
                }
            } else {
                others.read(index, first, count, into, at);
            }
            for (int i = at; i < at + count; i++) {
                into[i] = gray[into[i] & 0xff];
            }
        }
    }

    /**
     * Pixels in a mapped file. The system reads them on demand and drops them when memory is short. A mapping has at most 2
     * GB, so there may be several, each with the same number of whole images.
     */
    record InFile(ByteBuffer[] parts, int imagesPerPart, int pixelsPerImage) implements Pixels {

        private static final int PART_BYTES = 1 << 30;

        static InFile map(Path path, long offset, int images, int pixelsPerImage) throws IOException {
            return map(path, offset, images, pixelsPerImage, PART_BYTES / pixelsPerImage);
        }

        static InFile map(Path path, long offset, int images, int pixelsPerImage, int imagesPerPart)
                throws IOException {
            ByteBuffer[] parts = new ByteBuffer[(int) (((long) images + imagesPerPart - 1) / imagesPerPart)];
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                for (int part = 0; part < parts.length; part++) {
                    long first = (long) part * imagesPerPart;
                    long count = Math.min(imagesPerPart, images - first);
                    parts[part] = channel.map(
                            FileChannel.MapMode.READ_ONLY, offset + first * pixelsPerImage, count * pixelsPerImage);
                }
            }
            return new InFile(parts, imagesPerPart, pixelsPerImage);
        }

        @Override
        public void read(int index, int first, int count, byte[] into, int at) {
            parts[index / imagesPerPart].get(index % imagesPerPart * pixelsPerImage + first, into, at, count);
        }
    }
}
