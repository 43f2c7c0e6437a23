package nn.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import nn.lesson.Axis;

/** The marked values of an axis: multiples of 1, 2 or 5 times a power of ten, or powers of ten. */
final class Ticks {

    private static final int ABOUT = 6;

    private Ticks() {}

    static List<Double> of(Axis axis) {
        List<Double> ticks = new ArrayList<>();
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            int first = (int) Math.ceil(Math.log10(axis.min()) - 1e-9);
            int last = (int) Math.floor(Math.log10(axis.max()) + 1e-9);
            int step = Math.max(1, (last - first + ABOUT) / ABOUT);
            for (int exponent = first; exponent <= last; exponent += step) {
                ticks.add(Math.pow(10, exponent));
            }
            return ticks;
        }
        double rough = (axis.max() - axis.min()) / ABOUT;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double unit = rough / power;
        double step = power * (unit < 1.5 ? 1 : unit < 3.5 ? 2 : unit < 7.5 ? 5 : 10);
        step = axis.scale() == Axis.Scale.COUNT ? Math.max(1, step) : step;
        long first = (long) Math.ceil(axis.min() / step - 1e-9);
        long last = (long) Math.floor(axis.max() / step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The label of a tick. On a logarithmic axis it is the exponent of the power of ten. */
    static String label(Axis axis, double tick) {
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            return String.valueOf(Math.round(Math.log10(tick)));
        }
        return tick == 0
                ? "0"
                : new BigDecimal(tick)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
