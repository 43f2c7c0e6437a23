package nn.read;

import java.util.Optional;
import nn.image.Picture;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.ColorDistance;
import nn.image.prepare.Transparency;

/**
 * What is looked at of a picture, and where it lies in the upright original.
 *
 * @param light    its brightness, 0 dark to 1 light
 * @param left     its first column in the original
 * @param top      its first row
 * @param original the size of the original
 */
record PagePart(Plane light, int left, int top, Picture.Original original) {

    /**
     * The whole picture, or a region of it.
     *
     * @throws IllegalArgumentException if the region lies outside of the picture
     */
    static PagePart of(Picture picture, Optional<Box> region) {
        return of(Transparency.flatten(picture), picture.original(), region);
    }

    /** The same with dark ink where the color differs from the paper's; empty if all is of one color. */
    static Optional<PagePart> ofColors(Picture picture, Optional<Box> region) {
        return picture.chroma()
                .flatMap(chroma -> ColorDistance.of(Transparency.flatten(picture), chroma))
                .map(distance -> of(distance, picture.original(), region));
    }

    private static PagePart of(Plane light, Picture.Original original, Optional<Box> region) {
        if (region.isEmpty()) {
            return new PagePart(light, 0, 0, original);
        }
        Box box = region.get();
        if (box.right() > original.width() || box.bottom() > original.height()) {
            throw new IllegalArgumentException(
                    "the region %d,%d,%d,%d does not lie within its %d x %d pixels; give a smaller one"
                            .formatted(
                                    box.left(),
                                    box.top(),
                                    box.width(),
                                    box.height(),
                                    original.width(),
                                    original.height()));
        }
        int scale = original.scale();
        int left = box.left() / scale;
        int top = box.top() / scale;
        Plane part = light.cropped(
                left,
                top,
                Math.max(left + 1, Math.min(light.width(), box.right() / scale)),
                Math.max(top + 1, Math.min(light.height(), box.bottom() / scale)));
        return new PagePart(part, left * scale, top * scale, original);
    }

    /** A box of this part in the original. */
    Box original(Box box) {
        int scale = original.scale();
        return new Box(
                Math.min(original.width() - 1, Math.max(0, left + box.left() * scale)),
                Math.min(original.height() - 1, Math.max(0, top + box.top() * scale)),
                Math.min(original.width(), left + box.right() * scale),
                Math.min(original.height(), top + box.bottom() * scale));
    }
}
