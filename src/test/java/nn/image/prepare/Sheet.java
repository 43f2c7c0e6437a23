package nn.image.prepare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.image.Plane;

/** Digits written by program on sheets of paper: ink, 0 to 1, for a scene to be made of. */
public final class Sheet {

    public static final int WIDTH = 240;
    public static final int HEIGHT = 200;

    /** The side of MNIST's images, whose digits are 20 of it high or wide. */
    private static final int FIELD = 28;

    private static final DataSet MNIST =
            DataDirectory.of(Path.of("data", "mnist")).readTest().range(0, 100);
    /** A clear one of each digit among MNIST's first test images. */
    private static final int[] CLEAR = {10, 5, 35, 30, 19, 15, 21, 17, 84, 9};

    /** Each digit as lines from point to point, in hundredths of its height. */
    private static final String[] LINES = {
        "50,0 25,15 15,50 25,85 50,100 75,85 85,50 75,15 50,0",
        "55,0 45,100",
        "20,20 35,3 60,0 78,15 75,38 20,100 82,100",
        "20,8 50,0 75,12 72,35 45,47 75,60 80,82 50,100 18,92",
        "60,0 15,68 85,68 65,68 65,35 65,100",
        "78,0 32,0 25,45 55,40 80,58 76,85 50,100 18,92",
        "68,0 35,25 20,65 30,95 60,100 78,80 70,58 45,52 22,70",
        "18,0 82,0 42,100",
        "50,48 25,28 30,5 60,0 76,18 50,48 22,72 28,97 62,100 80,78 50,48",
        "76,22 60,2 32,5 22,28 38,48 62,44 76,22 72,60 60,100"
    };

    private Sheet() {}

    /** A digit of MNIST in the middle of a sheet of 240 x 200 pixels, three fifths of it high. */
    public static Plane written(int digit) {
        return written(digit, WIDTH, HEIGHT, WIDTH / 2.0, HEIGHT / 2.0, 120);
    }

    /** A digit of MNIST, {@code size} pixels high or wide, whichever is more, with its field's middle at a place of a sheet. */
    public static Plane written(int digit, int width, int height, double centerX, double centerY, double size) {
        byte[] pixels = new byte[FIELD * FIELD];
        MNIST.readPixels(CLEAR[digit], pixels);
        Plane field = Planes.of(FIELD, FIELD, (x, y) -> (pixels[y * FIELD + x] & 0xff) / 255.0);
        double scale = MnistCrop.DIGIT / size;
        Plane large = Resampling.resize(
                field,
                FIELD / 2.0 - centerX * scale,
                FIELD / 2.0 - centerY * scale,
                FIELD / 2.0 + (width - centerX) * scale,
                FIELD / 2.0 + (height - centerY) * scale,
                width,
                height);
        // A pen's stroke has sharp edges.
        return Planes.of(width, height, (x, y) -> Math.max(0, Math.min(1, 0.5 + 3 * (large.at(x, y) - 0.5))));
    }

    /** A digit of straight lines in the middle of a sheet, with a round pen of some pixels. */
    public static Plane drawn(int digit, double pen) {
        List<double[]> lines = new ArrayList<>();
        String[] points = LINES[digit].split("[ ,]");
        for (int i = 0; i + 3 < points.length; i += 2) {
            lines.add(new double[] {
                Double.parseDouble(points[i]) / 100,
                Double.parseDouble(points[i + 1]) / 100,
                Double.parseDouble(points[i + 2]) / 100,
                Double.parseDouble(points[i + 3]) / 100
            });
        }
        return DrawnDigit.ink(WIDTH, HEIGHT, lines.toArray(double[][]::new), 60, 40, 120, pen);
    }

    /** The ink of both. */
    public static Plane together(Plane one, Plane two) {
        return Planes.of(one.width(), one.height(), (x, y) -> Math.max(one.at(x, y), two.at(x, y)));
    }
}
