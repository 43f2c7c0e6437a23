package nn.read;

import nn.image.Plane;
import nn.image.prepare.Components;
import nn.image.prepare.Morphology;
import nn.image.prepare.Resampling;

/**
 * Areas that swallow light as ink does, but are broader than strokes: the desk beside a sheet of paper, the case around a display. What
 * is found on them is their grain.
 */
final class Surfaces {

    /** They are looked for on a plane of this size. */
    private static final int COARSE = 512;
    /** They are at least twice so broad, as a share of the shorter side, and in pixels. */
    private static final double BROAD = 0.05;

    private static final int BROADEST_STROKE = 4;
    /** Their blurred edge, as a share of the shorter side. */
    private static final double EDGE = 0.01;
    /** They are so much like ink at least, compared with what is ink. */
    private static final float INK = 0.4f;
    /** A stroke that reaches the edge of the picture is at most so wide, as a share of the shorter side. */
    private static final double WIDEST_STROKE = 0.25;
    /** What does not reach it is no digit if it is so wide, as a share of the picture's width. */
    private static final double WIDEST_DIGIT = 0.7;
    /** And so many times as wide as high. */
    private static final double LYING = 1.5;

    private final Plane covered;
    private final double scale;

    private Surfaces(Plane covered, double scale) {
        this.covered = covered;
        this.scale = scale;
    }

    static Surfaces of(InkMap map) {
        Plane coarse = Resampling.shrink(map.ink(), COARSE);
        double side = Math.min(coarse.width(), coarse.height());
        int radius = (int) Math.max(BROADEST_STROKE, Math.round(BROAD * side));
        Plane core = Morphology.erode(Morphology.blur(coarse, radius / 3), radius);
        Components components = Components.of(core, INK * InkMap.THRESHOLD);
        int[] atEdge = atEdge(components);
        boolean[] surface = new boolean[components.parts().size() + 1];
        for (Components.Part part : components.parts()) {
            surface[part.label()] = atEdge[part.label()] > WIDEST_STROKE * side
                    || part.box().width() + 2 * radius > WIDEST_DIGIT * coarse.width()
                            && part.box().width() > LYING * part.box().height();
        }
        Plane covered = Plane.of(coarse.width(), coarse.height());
        for (int i = 0; i < covered.values().length; i++) {
            covered.values()[i] = surface[components.labels()[i]] ? 1 : 0;
        }
        int edge = (int) Math.max(1, Math.round(EDGE * side));
        return new Surfaces(
                Morphology.dilate(covered, radius + edge),
                (double) coarse.width() / map.ink().width());
    }

    /** [parts + 1] how many pixels of each part lie at the edge of the picture, by its label. */
    private static int[] atEdge(Components components) {
        int width = components.width();
        int height = components.labels().length / width;
        int[] counts = new int[components.parts().size() + 1];
        for (int i = 0; i < components.labels().length; i++) {
            boolean edge = i % width == 0 || i % width == width - 1 || i / width == 0 || i / width == height - 1;
            counts[components.labels()[i]] += edge ? 1 : 0;
        }
        return counts;
    }

    /** Whether most of a part lies on one. */
    boolean carry(Part part) {
        int on = 0;
        for (int y = 0; y < part.height(); y++) {
            int row = Math.min(covered.height() - 1, (int) ((part.box().top() + y) * scale));
            for (int x = 0; x < part.width(); x++) {
                int column = Math.min(covered.width() - 1, (int) ((part.box().left() + x) * scale));
                on += part.at(x, y) && covered.at(column, row) > 0 ? 1 : 0;
            }
        }
        return 2 * on > part.area();
    }
}
