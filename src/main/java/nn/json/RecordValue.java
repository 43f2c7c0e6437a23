package nn.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/** Reads a component of any record by reflection. */
public final class RecordValue {

    private RecordValue() {}

    /** The component's value; the record need not be public. */
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
