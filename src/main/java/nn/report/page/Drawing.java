package nn.report.page;

import java.awt.Graphics2D;

/** Draws a value as a picture of a fixed size. */
interface Drawing {

    /** Names the picture in a page and as a file, such as {@code loss}. */
    String id();

    String title();

    /** What one sees, for those who do not see it. */
    String description();

    int width();

    int height();

    /**
     * Draws onto a surface of this size.
     *
     * @param titled whether the title stands above; a page has it in its text
     */
    void draw(Graphics2D surface, boolean titled);
}
