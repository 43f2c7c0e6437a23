package nn.image.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.image.Chroma;
import nn.image.Picture;
import nn.image.Plane;
import nn.image.prepare.Candidate.Kind;

/**
 * What the digit in a picture could be. The plain reading comes first; the others are made only when they are asked for.
 */
public final class Candidates {

    private static final int REGIONS = 3;
    /** Views other than the plain one are at most so large; a small digit on a large page still has pixels enough. */
    private static final int VIEW_SIDE = 512;
    /** How much of each side is left out of the middle: the lines of a form's cell lie there. */
    private static final double[] INSETS = {0.08, 0.16};

    private static final int SMALLEST_MIDDLE = 8;
    /** The parts of the longer side that blur dots and segments together. */
    private static final int[] BLURS = {80, 40};
    /** Paper that is continued beyond each edge, as a share of the longer side. */
    private static final double MARGIN = 0.4;

    private final Picture picture;
    private final Polarity polarity;
    private final boolean raw;
    private final Plane light;
    private final Polarity told;

    Candidates(Picture picture, Polarity polarity, boolean raw) {
        this.raw = raw;
        this.picture = picture;
        this.polarity = polarity;
        light = Transparency.flatten(picture);
        told = polarity == Polarity.AUTO ? Polarity.of(light) : polarity;
    }

    /** The plain reading of the whole picture; empty when it shows no ink. */
    public Optional<Candidate> plain() {
        Plane dark = dark(light, told);
        if (raw) {
            Plane ink = Resampling.resize(dark, MnistCrop.SIDE, MnistCrop.SIDE).inverted();
            return Optional.of(prepared("the whole picture, resized", ink, 1));
        }
        Plane ink = dark.inverted();
        if (MnistCrop.matches(ink)) {
            return Optional.of(prepared("an image of MNIST", ink, (double) MnistCrop.DIGIT / MnistCrop.SIDE));
        }
        return ViewReader.read(View.of(Kind.PLAIN, name(told, "the picture"), dark), picture.warnings());
    }

    /** What needs no preparation, of usual shape. */
    private Candidate prepared(String name, Plane ink, double size) {
        PreparedDigit digit = PreparedDigit.of(ink.values(), true, picture.warnings());
        return new Candidate(Kind.PREPARED, name, digit, size, 1, 1, 0.1);
    }

    /** All other candidates. */
    public List<Candidate> others() {
        Plane small = Resampling.shrink(light, VIEW_SIDE);
        List<Candidate> others = new ArrayList<>();
        // One group after the other, as each view holds planes.
        read(margins(small), others);
        read(regions(), others);
        read(colors(), others);
        read(lines(dark(small, told)), others);
        read(details(dark(small, told)), others);
        return others;
    }

    private void read(List<View> views, List<Candidate> candidates) {
        for (View view : views) {
            ViewReader.read(view, picture.warnings()).ifPresent(candidates::add);
        }
    }

    private List<Polarity> polarities() {
        if (polarity != Polarity.AUTO) {
            return List.of(polarity);
        }
        return List.of(told, told == Polarity.DARK_INK ? Polarity.LIGHT_INK : Polarity.DARK_INK);
    }

    private static String name(Polarity polarity, String where) {
        return (polarity == Polarity.DARK_INK ? "dark ink on " : "light ink on ") + where;
    }

    private static Plane dark(Plane plane, Polarity polarity) {
        return polarity == Polarity.LIGHT_INK ? plane.inverted() : plane;
    }

    private List<View> margins(Plane small) {
        List<View> views = new ArrayList<>();
        for (Polarity p : polarities()) {
            Plane dark = dark(small, p);
            if (p != told) {
                views.add(View.of(Kind.INVERTED, name(p, "the picture"), dark));
            }
            views.add(View.of(Kind.CONTINUED, name(p, "the picture, continued"), padded(dark)));
        }
        return views;
    }

    /** With a margin of paper on all sides, as a digit that touches the edge needs one. */
    private static Plane padded(Plane dark) {
        float paper = dark.quantile(0.5);
        float darkest = dark.quantile(0.02);
        float brightest = dark.quantile(0.98);
        float threshold =
                Math.max((darkest + brightest) / 2, Math.min(paper, brightest) - 0.25f * (brightest - darkest));
        Plane known = Plane.of(dark.width(), dark.height());
        for (int i = 0; i < known.values().length; i++) {
            known.values()[i] = dark.values()[i] > threshold ? 1 : 0;
        }
        return Extension.padded(dark, known, (int) Math.ceil(MARGIN * dark.longerSide()));
    }

    private List<View> regions() {
        List<View> views = new ArrayList<>();
        Plane searched = Regions.searched(light);
        for (Regions.Region region : Regions.of(searched, REGIONS)) {
            Plane cut = cut(light, region, searched);
            for (Polarity p : polarities()) {
                views.add(View.of(Kind.AREA, name(p, region.bright() ? "a light area" : "a dark area"), dark(cut, p)));
            }
        }
        return views;
    }

    /** The region's box, where everything outside of the region is continued from its paper. */
    private static Plane cut(Plane light, Regions.Region region, Plane searched) {
        double x = (double) light.width() / searched.width();
        double y = (double) light.height() / searched.height();
        Box box = region.box();
        int left = (int) Math.floor(box.left() * x);
        int top = (int) Math.floor(box.top() * y);
        int right = (int) Math.min(light.width(), Math.ceil(box.right() * x));
        int bottom = (int) Math.min(light.height(), Math.ceil(box.bottom() * y));
        float[] depth = DistanceTransform.to(region.mask(), false, searched.width(), searched.height());
        Plane crop = Resampling.shrink(light.cropped(left, top, right, bottom), VIEW_SIDE);
        double rim = Math.max(1.5, 0.02 * box.longerSide());
        Plane known = Plane.of(crop.width(), crop.height());
        for (int i = 0; i < known.values().length; i++) {
            double atX = (left + (i % crop.width() + 0.5) * (right - left) / crop.width()) / x;
            double atY = (top + (i / crop.width() + 0.5) * (bottom - top) / crop.height()) / y;
            int at = Math.min(searched.height() - 1, (int) atY) * searched.width()
                    + Math.min(searched.width() - 1, (int) atX);
            known.values()[i] = depth[at] > rim ? 1 : 0;
        }
        return Extension.of(crop, known);
    }

    private List<View> colors() {
        if (picture.chroma().isEmpty()) {
            return List.of();
        }
        Chroma chroma = picture.chroma().get();
        List<View> views = new ArrayList<>();
        ColorDistance.of(light, chroma).ifPresent(distance -> {
            Plane dark = Resampling.shrink(distance, VIEW_SIDE);
            views.add(View.of(Kind.COLOR, "the color's distance from the paper", dark));
            views.add(View.of(Kind.COLOR, "the color's distance from the paper, continued", padded(dark)));
        });
        ColorDistance.ofHue(chroma)
                .ifPresent(distance -> views.add(View.of(
                        Kind.COLOR, "the hue's distance from the paper", Resampling.shrink(distance, VIEW_SIDE))));
        return views;
    }

    private List<View> lines(Plane dark) {
        List<View> views = new ArrayList<>();
        views.add(View.of(Kind.LINES, name(told, "the picture"), dark).linesRemoved());
        for (double inset : INSETS) {
            int byX = (int) Math.round(inset * dark.width());
            int byY = (int) Math.round(inset * dark.height());
            if (Math.min(dark.width() - 2 * byX, dark.height() - 2 * byY) >= SMALLEST_MIDDLE) {
                Plane inner = padded(dark.cropped(byX, byY, dark.width() - byX, dark.height() - byY));
                View middle = View.of(Kind.MIDDLE, name(told, "the middle, continued"), inner);
                views.add(middle);
                views.add(middle.linesRemoved());
            }
        }
        return views;
    }

    private List<View> details(Plane dark) {
        List<View> views = new ArrayList<>();
        View plain = View.of(Kind.PART, name(told, "the picture"), dark);
        views.add(plain.withInk("strong ink", 1.6));
        views.add(plain.withInk("faint ink", 0.6));
        views.add(plain.alone());
        views.add(plain.withPart(1));
        for (int share : BLURS) {
            int radius = Math.max(1, dark.longerSide() / share);
            views.add(View.of(Kind.BLURRED, name(told, "the blurred picture"), Morphology.blur(dark, radius)));
        }
        return views;
    }
}
