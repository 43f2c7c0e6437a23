package nn.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the value of a record component that a file of an earlier version lacks. A component with this value is not written,
 * so that such files stay the same, byte for byte.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DefaultsTo {

    /** The value as JSON. */
    String value();
}
