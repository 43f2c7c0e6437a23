package nn.read;

import java.awt.image.Raster;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import javax.imageio.ImageIO;
import nn.checkpoint.Checkpoint;
import nn.eval.Classifier;
import nn.image.Plane;
import nn.image.decode.ImageFile;
import nn.image.prepare.Polarity;
import nn.image.prepare.Transparency;

/**
 * The program's part in scripts/train-segments.sh, which compiles it into this package: writes what the segment network learns from, as
 * IDX files. An example is a segment of a lattice. Its class is the digit that it shows, or 10 if it is a piece of one, several, or none;
 * what is in between is left out.
 */
final class SegmentExamples {

    private static final int NONE = 10;
    /** From these shares of the digit and of the segment on that they have in common, the segment is the digit. */
    private static final double WHOLE = 0.9;

    private static final double PURE = 0.85;
    /** Below one of these it is not. */
    private static final double PIECE = 0.8;

    private static final double MIXED = 0.74;
    /** What has less in common with a digit is easy, and most of it is left out. */
    private static final double EASY = 0.5;

    private static final int LEFT_OUT_OF_TEN = 6;

    private final Recognizer recognizer;
    private final boolean thinned;
    private final Random random = new Random();
    private final List<byte[]> images = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private SegmentExamples(Recognizer recognizer, boolean thinned) {
        this.recognizer = recognizer;
        this.thinned = thinned;
    }

    /** Arguments: the model, the directory to write into, {@code train} or {@code t10k}, and directories of scripts/segment-strings.py. */
    public static void main(String[] arguments) throws IOException {
        Classifier classifier = Checkpoint.readClassifier(Path.of(arguments[0]));
        try (Recognizer recognizer = new Recognizer(new Networks(() -> classifier, () -> classifier), 2)) {
            SegmentExamples examples = new SegmentExamples(recognizer, arguments[2].equals("train"));
            for (String argument : Arrays.copyOfRange(arguments, 3, arguments.length)) {
                examples.addAll(Path.of(argument));
            }
            examples.write(Path.of(arguments[1]), arguments[2]);
        }
    }

    private void addAll(Path directory) throws IOException {
        random.setSeed(1);
        for (String row : Files.readAllLines(directory.resolve("labels.tsv"))) {
            String[] fields = row.split("\t");
            add(directory.resolve(fields[0]), fields[1]);
        }
    }

    private void add(Path file, String digits) throws IOException {
        String owners = file.getFileName().toString().replaceAll("\\..*", ".owners.png");
        Raster owner = ImageIO.read(file.resolveSibling(owners).toFile()).getRaster();
        Plane light = Transparency.flatten(ImageFile.read(file, ImageFile.PAGE_SIDE));
        InkMap map = InkMap.withLines(light, Polarity.AUTO).linesRemoved();
        Parts parts = BrokenDigits.joined(Parts.of(map), recognizer, map);
        int[] total = new int[digits.length()];
        for (int y = 0; y < owner.getHeight(); y++) {
            for (int x = 0; x < owner.getWidth(); x++) {
                if (map.ink().at(x, y) >= InkMap.THRESHOLD) {
                    count(owner.getSample(x, y, 0), total);
                }
            }
        }
        LineReader reader = new LineReader(recognizer, OptionalInt.empty());
        for (Lattice lattice : reader.lattices(Lines.of(parts).lines(), map, parts.display())) {
            for (Lattice.Segment segment : lattice.segments()) {
                label(segment.part(), owner, total, digits, SegmentView.of(segment.part(), map, lattice.height()));
            }
        }
    }

    private static void count(int owner, int[] counts) {
        for (int digit = 0; digit < counts.length; digit++) {
            counts[digit] += owner >> digit & 1;
        }
    }

    private void label(Part part, Raster owner, int[] total, String digits, byte[] view) {
        int[] common = new int[total.length];
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                if (part.at(x, y)) {
                    count(owner.getSample(part.box().left() + x, part.box().top() + y, 0), common);
                }
            }
        }
        double best = -1;
        int label = NONE;
        for (int digit = 0; digit < total.length; digit++) {
            double ofDigit = common[digit] / (double) Math.max(1, total[digit]);
            double ofPart = common[digit] / (double) part.area();
            if (Math.min(ofDigit, ofPart) > best) {
                best = Math.min(ofDigit, ofPart);
                label = ofDigit >= WHOLE && ofPart >= PURE
                        ? digits.charAt(digit) - '0'
                        : ofDigit < PIECE || ofPart < MIXED ? NONE : -1;
            }
        }
        boolean easy = label == NONE && best < EASY;
        if (label >= 0 && !(thinned && easy && random.nextInt(10) < LEFT_OUT_OF_TEN)) {
            images.add(view);
            labels.add(label);
        }
    }

    private void write(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        try (DataOutputStream out = open(directory.resolve(name + "-images-idx3-ubyte"))) {
            for (int number : new int[] {0x803, images.size(), SegmentView.ROWS, SegmentView.COLUMNS}) {
                out.writeInt(number);
            }
            for (byte[] image : images) {
                out.write(image);
            }
        }
        try (DataOutputStream out = open(directory.resolve(name + "-labels-idx1-ubyte"))) {
            out.writeInt(0x801);
            out.writeInt(labels.size());
            for (int label : labels) {
                out.writeByte(label);
            }
        }
    }

    private static DataOutputStream open(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }
}
