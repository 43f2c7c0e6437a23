package nn.image.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nn.image.Picture;
import nn.image.Plane;

/**
 * The pictures of a file that holds several, pages or the frames of an animation. One of them is read: the first that shows
 * something. A warning tells of the others.
 */
final class PictureSequence {

    /** A blank picture is passed over; after so many it is the file that is blank. */
    private static final int MOST_BLANK = 16;

    /** The contrast of noise on paper; a pencil's is higher. */
    private static final double LEAST_CONTRAST = 0.1;

    /** The share of pixels that may be any dark or light without being seen: a digit of 30 pixels on a page of 1000 is more. */
    private static final double SPECKS = 0.00005;

    /** Decodes the picture of that number, from 0. */
    interface Decoder {
        Picture decode(int index) throws IOException;
    }

    private PictureSequence() {}

    /** Pages, each a picture of its own. */
    static Picture pages(int count, Decoder decoder) throws IOException {
        return firstThatShows(count, "page", decoder, (page, before) -> page);
    }

    /**
     * The frames of an animation, all of the size of its canvas. What a frame leaves free shows those before it. They are blank, so it
     * does not matter whether the animation would have removed them.
     */
    static Picture frames(int count, Decoder decoder) throws IOException {
        return firstThatShows(count, "frame", decoder, PictureSequence::over);
    }

    private interface Combination {
        Picture of(Picture next, Picture before);
    }

    private static Picture firstThatShows(int count, String name, Decoder decoder, Combination combination)
            throws IOException {
        Picture first = decoder.decode(0);
        if (count < 2) {
            return first;
        }
        Picture shown = first;
        int index = 0;
        while (isBlank(shown) && index + 1 < Math.min(count, MOST_BLANK)) {
            index++;
            shown = combination.of(decoder.decode(index), shown);
        }
        String which = index == 0
                ? "only the first is read"
                : isBlank(shown)
                        ? "those that were looked at are blank"
                        : "only " + name + " " + (index + 1) + " is read, the first that is not blank";
        List<String> warnings = new ArrayList<>(shown.warnings());
        warnings.add("has " + count + " " + name + "s; " + which);
        return new Picture(shown.luminance(), shown.opacity(), shown.chroma(), warnings, shown.original());
    }

    /** Nothing is to be seen, neither before white nor before black. */
    private static boolean isBlank(Picture picture) {
        return contrast(picture, 1) < LEAST_CONTRAST && contrast(picture, 0) < LEAST_CONTRAST;
    }

    private static double contrast(Picture picture, float ground) {
        float[] seen = new float[picture.width() * picture.height()];
        for (int i = 0; i < seen.length; i++) {
            float opacity = picture.opacity().values()[i];
            seen[i] = picture.luminance().values()[i] * opacity + ground * (1 - opacity);
        }
        Plane plane = new Plane(picture.width(), picture.height(), seen);
        return plane.quantile(1 - SPECKS) - plane.quantile(SPECKS);
    }

    /** One picture before another of the same size (Porter and Duff, 1984, "over"). */
    private static Picture over(Picture upper, Picture lower) {
        Plane luminance = Plane.of(upper.width(), upper.height());
        Plane opacity = Plane.of(upper.width(), upper.height());
        for (int i = 0; i < opacity.values().length; i++) {
            float above = upper.opacity().values()[i];
            float below = lower.opacity().values()[i] * (1 - above);
            opacity.values()[i] = above + below;
            luminance.values()[i] = above + below == 0
                    ? 0
                    : (upper.luminance().values()[i] * above + lower.luminance().values()[i] * below) / (above + below);
        }
        // What is below is blank, so only what is above has a color worth keeping.
        return new Picture(luminance, opacity, upper.chroma(), upper.warnings(), upper.original());
    }
}
