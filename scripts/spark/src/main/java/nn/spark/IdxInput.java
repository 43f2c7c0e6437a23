package nn.spark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.IdxHeader;
import nn.data.IdxType;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Images in IDX files. A raw file is read by range; a compressed one cannot be, so one task unpacks it for all. */
final class IdxInput {

    private static final int IMAGES_PER_TASK = 100_000;

    /** Images {@code from} (included) to {@code to} (excluded) of a file. */
    private record Range(String file, boolean gzip, int headerBytes, int imageBytes, long from, long to)
            implements Serializable {}

    private IdxInput() {}

    /**
     * All images, called {@code FILE:NUMBER}, from 0.
     *
     * @param partitions 0 to choose
     * @param pixels what an image must have
     * @throws NnException BAD_INPUT if a file holds no such images
     */
    static JavaRDD<PixelImage> read(
            JavaSparkContext spark, RemoteFiles files, List<FileStatus> inputs, int partitions, int pixels)
            throws IOException {
        List<Range> raw = new ArrayList<>();
        List<Range> packed = new ArrayList<>();
        for (FileStatus input : inputs) {
            Range all = whole(files, input, pixels);
            (all.gzip ? packed : raw).add(all);
        }
        long images = LongStream.concat(
                        raw.stream().mapToLong(Range::to), packed.stream().mapToLong(Range::to))
                .sum();
        int parts = partitions > 0 ? partitions : (int) Math.max(spark.defaultParallelism(), images / IMAGES_PER_TASK);
        JavaRDD<PixelImage> read = images(spark, files, split(raw, parts));
        return packed.isEmpty() ? read : read.union(images(spark, files, packed).repartition(parts));
    }

    private static JavaRDD<PixelImage> images(JavaSparkContext spark, RemoteFiles files, List<Range> ranges) {
        return spark.parallelize(ranges, Math.max(1, ranges.size())).flatMap(range -> new Images(files, range));
    }

    private static Range whole(RemoteFiles files, FileStatus input, int pixels) throws IOException {
        String file = input.getPath().toString();
        Path shown = Path.of(RemoteFiles.shown(file));
        boolean gzip = isGzip(files, file);
        try (InputStream in = open(files, file, gzip)) {
            IdxHeader header = IdxHeader.read(shown, in, IdxHeader.Content.IMAGES);
            if (header.type() != IdxType.UNSIGNED_BYTE) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        shown,
                        "has images of " + header.type().words() + ", and ranges are read of unsigned bytes only",
                        "convert it with: nn data convert --format csv");
            }
            if (header.pixels() != pixels) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        shown,
                        "has images of %d x %d pixels, and the model reads %d"
                                .formatted(header.rows(), header.columns(), pixels),
                        "name a model that was trained on such images");
            }
            if (!gzip && input.getLen() < header.headerBytes() + header.payloadBytes()) {
                throw NnException.of(Kind.BAD_INPUT, shown, "is cut off or lies about its size", "get the file again");
            }
            return new Range(file, gzip, header.headerBytes(), header.entryBytes(), 0, header.count());
        }
    }

    private static boolean isGzip(RemoteFiles files, String file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    private static InputStream open(RemoteFiles files, String file, boolean gzip) throws IOException {
        FSDataInputStream in = files.open(file);
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static List<Range> split(List<Range> files, int parts) {
        long images = files.stream().mapToLong(Range::to).sum();
        long size = Math.max(1, (images + parts - 1) / parts);
        List<Range> ranges = new ArrayList<>();
        for (Range all : files) {
            for (long from = 0; from < all.to; from += size) {
                ranges.add(new Range(
                        all.file, all.gzip, all.headerBytes, all.imageBytes, from, Math.min(all.to, from + size)));
            }
        }
        return ranges;
    }

    /** Reads a range, image after image. */
    private static final class Images implements Iterator<PixelImage> {

        private final Range range;
        private final String name;
        private final InputStream in;
        private long next;

        Images(RemoteFiles files, Range range) throws IOException {
            this.range = range;
            name = new org.apache.hadoop.fs.Path(range.file).getName();
            in = open(files, range.file, range.gzip);
            next = range.from;
            long start = range.headerBytes + range.from * range.imageBytes;
            if (in instanceof FSDataInputStream seekable) {
                seekable.seek(start);
            } else {
                in.skipNBytes(start);
            }
        }

        @Override
        public boolean hasNext() {
            return next < range.to;
        }

        @Override
        public PixelImage next() {
            try {
                byte[] pixels = in.readNBytes(range.imageBytes);
                if (pixels.length < range.imageBytes) {
                    throw new EOFException("it ends in image " + next);
                }
                PixelImage image = new PixelImage(name + ":" + next, pixels, null);
                next++;
                if (next == range.to) {
                    in.close();
                }
                return image;
            } catch (IOException e) {
                throw new NnException(
                        Kind.BAD_INPUT,
                        RemoteFiles.shown(range.file) + ": cannot be read (" + e.getMessage() + "); get the file again",
                        e);
            }
        }
    }
}
