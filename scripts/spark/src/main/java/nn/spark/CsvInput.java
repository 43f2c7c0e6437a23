package nn.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapred.FileSplit;
import org.apache.hadoop.mapred.TextInputFormat;
import org.apache.spark.api.java.JavaHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Lines of pixels: {@code pixel,pixel,...}, or with the label before them, as Kaggle's and others' files have it. A first line of words is
 * left out.
 */
final class CsvInput {

    /** Longer lines are no images, and would not fit into memory. */
    private static final int LONGEST_LINE = 16 << 20;

    /** The part of a file that a task reads. */
    private record Part(String file, long start) implements Serializable {}

    private record Lines(Part part, long count) implements Serializable {}

    private CsvInput() {}

    /**
     * All images, called {@code FILE:LINE}, from 1. The lines of each part are counted first, so that the numbers do not depend on how a
     * file is split.
     *
     * @param partitions 0 to choose
     */
    static JavaRDD<PixelImage> read(JavaSparkContext spark, List<FileStatus> inputs, int partitions, int pixels) {
        spark.hadoopConfiguration().setInt("mapreduce.input.linerecordreader.line.maxlength", LONGEST_LINE);
        int parts = partitions > 0 ? partitions : spark.defaultParallelism();
        String files = String.join(
                ",", inputs.stream().map(file -> file.getPath().toString()).toList());
        JavaHadoopRDD<LongWritable, Text> lines = (JavaHadoopRDD<LongWritable, Text>)
                spark.hadoopFile(files, TextInputFormat.class, LongWritable.class, Text.class, parts);
        List<Lines> counted = lines.mapPartitionsWithInputSplit(
                        (split, own) -> List.of(new Lines(part((FileSplit) split), count(own)))
                                .iterator(),
                        true)
                .collect();
        Map<Part, Long> first = firstLines(counted);
        return lines.mapPartitionsWithInputSplit(
                (split, own) -> images(part((FileSplit) split), first, own, pixels), true);
    }

    private static Part part(FileSplit split) {
        return new Part(split.getPath().toString(), split.getStart());
    }

    private static long count(Iterator<?> all) {
        long count = 0;
        for (; all.hasNext(); all.next()) {
            count++;
        }
        return count;
    }

    private static Map<Part, Long> firstLines(List<Lines> counted) {
        Map<String, Long> ofFile = new HashMap<>();
        Map<Part, Long> first = new HashMap<>();
        List<Lines> ordered = new ArrayList<>(counted);
        ordered.sort(Comparator.comparing(lines -> lines.part.start));
        for (Lines lines : ordered) {
            long before = ofFile.getOrDefault(lines.part.file, 1L);
            first.put(lines.part, before);
            ofFile.put(lines.part.file, before + lines.count);
        }
        return first;
    }

    private static Iterator<PixelImage> images(
            Part part, Map<Part, Long> first, Iterator<scala.Tuple2<LongWritable, Text>> lines, int pixels) {
        String name = new org.apache.hadoop.fs.Path(part.file).getName();
        return new Iterator<>() {

            private long number = first.get(part);
            private PixelImage image = following();

            private PixelImage following() {
                while (lines.hasNext()) {
                    String line = lines.next()._2().toString();
                    long own = number++;
                    if (!line.isBlank() && !(own == 1 && PixelValues.isHeader(line))) {
                        return PixelValues.ofLine(name + ":" + own, line, pixels);
                    }
                }
                return null;
            }

            @Override
            public boolean hasNext() {
                return image != null;
            }

            @Override
            public PixelImage next() {
                PixelImage current = image;
                image = following();
                return current;
            }
        };
    }
}
