package nn.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/** The value of a record's component, for who goes through the components of any record. */
public final class RecordValue {

    private RecordValue() {}

    /** Of any record, those that are not public included. */
    public static Object of(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component cannot be read: " + component, e);
        }
    }
}
