package nn.train.fast;

/**
 * Into how many parts a step is divided, and which rows are whose: consecutive ones, about as many for each, the first part's first.
 * The number never depends on the machine, as each further part rounds sums differently.
 */
public record Parts(int count) {

    /** For every network: eight cost small and wide ones more than their balance gains. */
    public static final Parts FOUR = new Parts(4);

    /** Where a part's rows start, of so many. */
    int first(int part, int rows) {
        return (int) ((long) rows * part / count);
    }

    /** How many of so many rows a part has, perhaps none. */
    int size(int part, int rows) {
        return first(part + 1, rows) - first(part, rows);
    }
}
