package nn.detect;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Letters and signs that look like no digit, each as a few strokes. Left out are those that people also write for a digit: O and D for
 * 0, I and l for 1, Z for 2, S for 5, G and b for 6, T for 7, B for 8, g, q and a for 9, Y for 4, and others near them.
 */
final class Handwriting {

    /**
     * A sign is strokes with blanks between them; a stroke is points, each two hexadecimal digits: x from 0 to 8, y from 0 (top) to 10.
     * A wave before a stroke makes it round.
     */
    private static final List<String> SIGNS = List.of(
            // A C E F H K L M N P R U V W X
            "0a408a 1767",
            "~72501105295a88",
            "80000a8a 0565",
            "80000a 0565",
            "000a 808a 0585",
            "000a 80058a",
            "000a8a",
            "0a0045808a",
            "0a008a80",
            "000a ~0060736505",
            "000a ~0060736505 358a",
            "~00072a6a8780",
            "004a80",
            "002a43 436a80",
            "008a 800a",
            // d e f h k m n r t u w
            "808a ~84643527295a88",
            "~0686643416183a6a89",
            "~7150323a 1454",
            "000a ~062464777a",
            "000a 73067a",
            "030a ~0523353a ~3553655a",
            "030a ~052364676a",
            "030a ~05235364",
            "30385a7a 1363",
            "~03082a5a77 737a",
            "~03184a4545 ~454a7883",
            // Greek and others: sigma, pi, delta, nabla, phi, psi, omega, zhe
            "8000450a8a",
            "0080 202a 606a",
            "408a0a40",
            "204080 458a 420a",
            "404a ~43131537576343",
            "404a ~0003275783 80",
            "0a3a ~3a1704206084775a 5a8a",
            "404a 000a 808a 0a80",
            // plus, equals, minus, check mark, cross in a box, arrows, number sign, asterisk
            "404a 0585",
            "0383 0787",
            "0585",
            "063a80",
            "00800a8a00 008a 800a",
            "0585 5285 5885",
            "0585 0532 0538",
            "404a 4013 4073",
            "404a 4a17 4a77",
            "202a 606a 0383 0787",
            "404a 0187 8107",
            // triangle, diamond, heart, star, house, smiley, less, greater, roof, zigzag
            "0a408a0a",
            "40854a0540",
            "~4a062110314345 ~43517082844a",
            "2a406a04842a",
            "0a0540858a0a",
            "~40105004172a5a778450 2324 5354 ~273857",
            "800585 8a05",
            "00850a",
            "0a408a",
            "0a103a406a80",
            // perpendicular, therefore, percent, division, at
            "404a 0a8a",
            "0a0a 8a8a 4242",
            "800a 1121 7979",
            "0585 4141 4949",
            "~55354436566453321416285878");

    /** Where a made-up sign's strokes begin and end. */
    private static final String X = "048";

    private static final String Y = "05a";

    private static final int STEPS = 6;

    private Handwriting() {}

    /** One of the signs, in a random hand. */
    static Drawing sign(SplittableRandom random) {
        return written(SIGNS.get(random.nextInt(SIGNS.size())), random);
    }

    private static Drawing written(String sign, SplittableRandom random) {
        Drawing drawing = new Drawing(84, 84);
        double radius = between(1.2, 4.5, random);
        double high = between(2.6, 5.0, random);
        double wide = high * between(0.6, 1.25, random);
        double lean = between(-0.3, 0.3, random);
        double turn = between(-0.25, 0.25, random);
        double jitter = between(0.1, 0.7, random);
        for (String stroke : sign.split(" ")) {
            boolean round = stroke.startsWith("~");
            double[][] points = points(round ? stroke.substring(1) : stroke, jitter, random);
            for (int i = 0; i < points[0].length; i++) {
                double y = high * (points[1][i] - 5);
                double x = wide * (points[0][i] - 4) - lean * y;
                points[0][i] = 42 + x * Math.cos(turn) - y * Math.sin(turn);
                points[1][i] = 42 + x * Math.sin(turn) + y * Math.cos(turn);
            }
            double[][] path = round ? curve(points) : points;
            drawing.stroke(path[0], path[1], radius, 1);
        }
        return drawing;
    }

    /** A made-up sign of several strokes between corners, middles of sides, and the center. */
    static Drawing madeUp(SplittableRandom random) {
        StringBuilder sign = new StringBuilder();
        int strokes = 3 + random.nextInt(3);
        for (int i = 0; i < strokes; i++) {
            int points = 2 + random.nextInt(2);
            sign.append(i == 0 ? "" : " ").append(points > 2 ? "~" : "");
            for (int point = 0; point < points; point++) {
                sign.append(X.charAt(random.nextInt(X.length()))).append(Y.charAt(random.nextInt(Y.length())));
            }
        }
        return written(sign.toString(), random);
    }

    private static double[][] points(String digits, double jitter, SplittableRandom random) {
        double[][] points = new double[2][digits.length() / 2];
        for (int i = 0; i < digits.length() / 2 * 2; i++) {
            points[i % 2][i / 2] = Character.digit(digits.charAt(i), 16) + jitter * between(-1, 1, random);
        }
        return points;
    }

    /** A smooth curve through points (Catmull and Rom 1974). */
    static double[][] curve(double[][] points) {
        int spans = points[0].length - 1;
        double[][] curve = new double[2][spans * STEPS + 1];
        for (int axis = 0; axis < 2; axis++) {
            double[] p = points[axis];
            for (int i = 0; i < curve[axis].length; i++) {
                int span = Math.min(i / STEPS, spans - 1);
                double t = (double) i / STEPS - span;
                double before = p[Math.max(0, span - 1)];
                double after = p[Math.min(spans, span + 2)];
                curve[axis][i] = 0.5
                        * (2 * p[span]
                                + t * (p[span + 1] - before)
                                + t * t * (2 * before - 5 * p[span] + 4 * p[span + 1] - after)
                                + t * t * t * (3 * p[span] - before - 3 * p[span + 1] + after));
            }
        }
        return curve;
    }

    static double between(double from, double to, SplittableRandom random) {
        return from + (to - from) * random.nextDouble();
    }
}
