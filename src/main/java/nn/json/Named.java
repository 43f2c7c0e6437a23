package nn.json;

/**
 * A value that JSON stores as its label, a string. Each implementing type has a static method {@code named(String)} that
 * returns the value of a label, or throws an {@link IllegalArgumentException} that lists the labels.
 */
public interface Named {

    String label();
}
