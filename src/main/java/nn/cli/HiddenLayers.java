package nn.cli;

import java.util.List;

/** Reads the sizes of hidden layers: {@code 512,256}, or {@code none} or {@code 0} for a softmax regression. */
final class HiddenLayers {

    private HiddenLayers() {}

    /**
     * The flag.
     *
     * @param sizes the legal sizes, such as {@code 1 to 65536 each}
     * @param ending ends the description
     */
    static Flag<List<Integer>> flag(String sizes, String ending) {
        String description = "Sizes of the hidden layers, " + sizes + ", such as 512,256; none for softmax regression";
        return Flag.listOf(Integer.class, "--hidden", "N", description + ending)
                .readBy(text -> text.equalsIgnoreCase("none") ? 0 : Integer.valueOf(text))
                .takes("whole numbers separated by commas, " + sizes + ", or none");
    }

    /** The layers of the flag's value; a single 0 means that there are none. */
    static List<Integer> of(List<Integer> told) {
        return told.equals(List.of(0)) ? List.of() : told;
    }
}
