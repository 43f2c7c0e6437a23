package nn.json;

/**
 * A value that JSON holds as a string, its label. A type with this interface has a static method {@code named(String)} that gives the
 * value back, or throws an {@link IllegalArgumentException} that says which labels there are.
 */
public interface Named {

    String label();
}
