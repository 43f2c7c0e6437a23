package nn.read;

import java.util.function.Supplier;
import nn.eval.Classifier;

/**
 * What a page is read with; both may still be loading.
 *
 * @param digits   tells which digit ink is
 * @param segments tells whole digits from pieces of digits and from several; asked only where the classes of {@code digits} are digits
 */
public record Networks(Supplier<Classifier> digits, Supplier<Classifier> segments) {}
