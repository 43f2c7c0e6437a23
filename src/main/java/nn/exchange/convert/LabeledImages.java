package nn.exchange.convert;

import java.util.List;

/** Images of one size with their labels, in another form than IDX. */
public interface LabeledImages {

    /** Takes an image. */
    @FunctionalInterface
    interface Sink {

        /**
         * @param example its number, from 0
         * @param pixels {@code [rows * columns]}, 0 paper to 255 ink; may be overwritten by the next one
         */
        void accept(int example, byte[] pixels);
    }

    /**
     * An example that cannot be used.
     *
     * @param name   of the file
     * @param reason why not
     */
    record LeftOut(String name, String reason) {}

    /** What holds them, for messages. */
    String name();

    /** The label of each example. */
    List<String> labels();

    /** The size of each image. */
    ImageShape shape();

    /**
     * Gives the images in order, except those that are left out.
     *
     * @return what is left out
     * @throws nn.NnException BAD_INPUT if the images cannot be read
     */
    List<LeftOut> forEach(Sink sink);
}
