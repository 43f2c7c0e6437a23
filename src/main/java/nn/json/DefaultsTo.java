package nn.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record that files of earlier versions do not have. Where it is missing it has this value, and with this
 * value it is not written: files that do without it stay as they were, byte for byte.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DefaultsTo {

    /** What a file without the component means, as JSON. */
    String value();
}
