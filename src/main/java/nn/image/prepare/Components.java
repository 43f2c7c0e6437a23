package nn.image.prepare;

import java.util.ArrayList;
import java.util.List;
import nn.image.Plane;

/**
 * The connected parts of a mask, diagonal neighbors included.
 *
 * @param width  columns
 * @param labels [height * width]: 0 outside of the mask, else the part's number, counted from 1
 * @param parts  the parts in the order of their numbers
 */
public record Components(int width, int[] labels, List<Part> parts) {

    /**
     * One connected part.
     *
     * @param label  its number, from 1
     * @param area   pixels
     * @param weight sum of the plane's values over its pixels
     * @param box    its bounds
     */
    public record Part(int label, int area, double weight, Box box) {}

    /** The parts of where the plane reaches the threshold. */
    public static Components of(Plane plane, float threshold) {
        int width = plane.width();
        int height = plane.height();
        float[] values = plane.values();
        int[] labels = new int[values.length];
        int[] stack = new int[values.length];
        List<Part> parts = new ArrayList<>();
        for (int start = 0; start < values.length; start++) {
            if (labels[start] != 0 || values[start] < threshold) {
                continue;
            }
            int label = parts.size() + 1;
            int depth = 0;
            stack[depth++] = start;
            labels[start] = label;
            int area = 0;
            double weight = 0;
            int left = width;
            int right = 0;
            int top = height;
            int bottom = 0;
            while (depth > 0) {
                int at = stack[--depth];
                int x = at % width;
                int y = at / width;
                area++;
                weight += values[at];
                left = Math.min(left, x);
                right = Math.max(right, x + 1);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y + 1);
                for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                        int next = ny * width + nx;
                        if (labels[next] == 0 && values[next] >= threshold) {
                            labels[next] = label;
                            stack[depth++] = next;
                        }
                    }
                }
            }
            parts.add(new Part(label, area, weight, new Box(left, top, right, bottom)));
        }
        return new Components(width, labels, parts);
    }
}
