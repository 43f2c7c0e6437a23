package nn.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records with Jackson's streaming generator; {@link JsonReader} reads them back. Jackson's databind could do both,
 * but it would add a tenth of a second to each start.
 */
final class JsonWriter {

    private final JsonGenerator json;

    JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if JSON cannot represent it */
    void write(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Named named) {
            json.writeString(named.label());
        } else if (value instanceof Record record) {
            json.writeStartObject();
            writeComponents(record);
            json.writeEndObject();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof Collection<?> values) {
            writeAll(values);
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null));
        } else {
            writeScalar(value);
        }
    }

    private void writeComponents(Record record) throws IOException {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = RecordValue.of(record, component);
            if (component.isAnnotationPresent(Inline.class)) {
                writeComponents((Record) value);
            } else if (!isLeftOut(component, value)) {
                json.writeFieldName(component.getName());
                write(value);
            }
        }
    }

    private static boolean isLeftOut(RecordComponent component, Object value) {
        DefaultsTo standard = component.getAnnotation(DefaultsTo.class);
        if (standard != null) {
            // Compared as text, without the .0 of a double.
            String text = Json.compact(value);
            return text.equals(standard.value()) || text.equals(standard.value() + ".0");
        }
        return value == null && component.isAnnotationPresent(OmitNull.class);
    }

    private void writeMap(Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException("a key in JSON is a string, not " + entry.getKey());
            }
            json.writeFieldName(key);
            write(entry.getValue());
        }
        json.writeEndObject();
    }

    private void writeAll(Collection<?> values) throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            write(value);
        }
        json.writeEndArray();
    }

    private void writeScalar(Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Enum<?> constant) {
            json.writeString(EnumName.of(constant));
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            requireFinite(number);
            json.writeNumber(number);
        } else if (value instanceof Float number) {
            requireFinite(number);
            json.writeNumber(number);
        } else {
            throw new IllegalArgumentException(
                    "JSON cannot represent a " + value.getClass().getName());
        }
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON cannot represent " + value);
        }
    }
}
