package nn.train.fast;

import nn.model.Architecture;

/**
 * Into how many parts a network's step is divided, and which rows are whose: consecutive ones, about as many for each, the first part's
 * first. A function of the network alone, never of the machine, as each further part rounds sums differently.
 */
public record Parts(int count) {

    /** No network is divided into more. */
    public static final int MOST = 4;

    /** For a network. More parts than this cost a small network more than their balance gains. */
    public static Parts of(Architecture architecture) {
        return new Parts(MOST);
    }

    /** Where a part's rows start, of so many. */
    int first(int part, int rows) {
        return (int) ((long) rows * part / count);
    }

    /** How many of so many rows a part has, perhaps none. */
    int size(int part, int rows) {
        return first(part + 1, rows) - first(part, rows);
    }
}
