package nn.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.Choice;
import nn.UntrustedText;

/**
 * Reads what {@link JsonWriter} writes, strictly: each component of a record exactly once, with its type, and nothing else.
 * An error is one line with the key and, if possible, the line and column.
 */
final class JsonReader {

    private final JsonParser json;
    /** The path to the current value: keys, and array indexes such as {@code [2]}. */
    private final Deque<String> path = new ArrayDeque<>();

    JsonReader(JsonParser json) {
        this.json = json;
    }

    /** A value that does not fit its type. */
    static final class WrongValue extends Exception {

        private static final long serialVersionUID = 1L;

        WrongValue(String message) {
            super(message);
        }
    }

    /** Reads a document, which is one value. */
    Object readDocument(Type type) throws IOException, WrongValue {
        if (json.nextToken() == null) {
            throw new WrongValue("nothing is here");
        }
        Object value = read(type);
        if (json.nextToken() != null) {
            throw new WrongValue(place() + "there is text after the end");
        }
        return value;
    }

    /** Reads the value that starts at the current token. */
    private Object read(Type type) throws IOException, WrongValue {
        if (type instanceof ParameterizedType generic) {
            return readGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        requireNotNull();
        if (Named.class.isAssignableFrom(plain)) {
            return readNamed(plain);
        }
        if (plain.isRecord()) {
            return readRecord(plain);
        }
        if (plain.isEnum()) {
            return readConstant(plain);
        }
        return readScalar(plain);
    }

    private void requireNotNull() throws IOException, WrongValue {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            throw new WrongValue(path.isEmpty() ? "null is not a value" : "the key " + key() + " must not be null");
        }
    }

    private Object readGeneric(Class<?> type, Type[] arguments) throws IOException, WrongValue {
        if (type == Optional.class) {
            return json.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(read(arguments[0]));
        }
        requireNotNull();
        if (type == List.class) {
            return readList(arguments[0]);
        }
        if (type == Map.class && arguments[0] == String.class) {
            return readMap(arguments[1]);
        }
        throw new IllegalStateException("JSON does not become a " + type.getName());
    }

    private List<Object> readList(Type type) throws IOException, WrongValue {
        require(JsonToken.START_ARRAY, "not an array");
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            path.addLast("[" + values.size() + "]");
            values.add(read(type));
            path.removeLast();
        }
        return List.copyOf(values);
    }

    private Map<String, Object> readMap(Type type) throws IOException, WrongValue {
        require(JsonToken.START_OBJECT, "not an object of the right kind");
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            enterKey(key, values.containsKey(key));
            json.nextToken();
            values.put(key, read(type));
            path.removeLast();
        }
        return Collections.unmodifiableMap(values);
    }

    private void enterKey(String name, boolean isThere) throws WrongValue {
        path.addLast(name);
        if (isThere) {
            throw new WrongValue(place() + "the key " + key() + " is there twice");
        }
    }

    private Object readRecord(Class<?> type) throws IOException, WrongValue {
        require(JsonToken.START_OBJECT, "not an object of the right kind");
        Map<String, RecordComponent> components = new HashMap<>();
        addComponents(type, components);
        Map<String, Object> values = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            RecordComponent component = components.get(json.currentName());
            if (component == null) {
                path.addLast(json.currentName());
                throw new WrongValue("unknown key " + key());
            }
            // The file's name for it, which may be a former one: messages show what the user sees in the file.
            enterKey(json.currentName(), values.containsKey(component.getName()));
            json.nextToken();
            values.put(component.getName(), read(component.getGenericType()));
            path.removeLast();
        }
        return make(type, values);
    }

    /** Maps JSON keys to components, including the components of {@link Inline} records. */
    private static void addComponents(Class<?> type, Map<String, RecordComponent> components) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                addComponents(component.getType(), components);
                continue;
            }
            components.put(component.getName(), component);
            FormerName former = component.getAnnotation(FormerName.class);
            if (former != null) {
                components.put(former.value(), component);
            }
        }
    }

    private Object make(Class<?> type, Map<String, Object> values) throws WrongValue {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            arguments[i] = component.isAnnotationPresent(Inline.class)
                    ? make(component.getType(), values)
                    : values.containsKey(component.getName()) ? values.get(component.getName()) : absent(component);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw refusal(type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record cannot be made: " + type.getName(), e);
        }
    }

    /** The type's own objection to a value. Any other failure is a bug. */
    private WrongValue refusal(Class<?> type, InvocationTargetException e) {
        if (e.getCause() instanceof IllegalArgumentException refusal) {
            return new WrongValue(place() + key() + ": " + UntrustedText.reason(refusal));
        }
        throw new IllegalStateException("a value cannot be made: " + type.getName(), e);
    }

    /** The value of a missing component. */
    private Object absent(RecordComponent component) throws WrongValue {
        DefaultsTo value = component.getAnnotation(DefaultsTo.class);
        if (value == null) {
            path.addLast(component.getName());
            throw new WrongValue("the key " + key() + " is missing");
        }
        return Json.parse(value.value(), component.getGenericType());
    }

    private Object readConstant(Class<?> type) throws IOException, WrongValue {
        for (Object constant : type.getEnumConstants()) {
            if (json.currentToken() == JsonToken.VALUE_STRING
                    && EnumName.of((Enum<?>) constant).equals(json.getText())) {
                return constant;
            }
        }
        throw wrong("not "
                + Choice.of(Arrays.stream(type.getEnumConstants())
                        .map(constant -> EnumName.of((Enum<?>) constant))
                        .toList()));
    }

    private Object readNamed(Class<?> type) throws IOException, WrongValue {
        require(JsonToken.VALUE_STRING, "not a string");
        try {
            return type.getMethod("named", String.class).invoke(null, json.getText());
        } catch (InvocationTargetException e) {
            throw refusal(type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no named(String): " + type.getName(), e);
        }
    }

    private Object readScalar(Class<?> type) throws IOException, WrongValue {
        JsonToken token = json.currentToken();
        if (type == String.class) {
            require(JsonToken.VALUE_STRING, "not a string");
            return json.getText();
        }
        if (type == boolean.class || type == Boolean.class) {
            if (!token.isBoolean()) {
                throw wrong("neither true nor false");
            }
            return json.getBooleanValue();
        }
        if (type == double.class || type == Double.class) {
            double value = token.isNumeric() ? json.getDoubleValue() : Double.NaN;
            requireFinite(value);
            return value;
        }
        if (type == float.class || type == Float.class) {
            float value = token.isNumeric() ? json.getFloatValue() : Float.NaN;
            requireFinite(value);
            return value;
        }
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(readWhole(Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        if (type == long.class || type == Long.class) {
            return readWhole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        throw new IllegalStateException("JSON does not become a " + type.getName());
    }

    private long readWhole(long least, long most) throws IOException, WrongValue {
        require(JsonToken.VALUE_NUMBER_INT, "not a whole number");
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || json.getLongValue() < least
                || json.getLongValue() > most) {
            throw wrong("not from " + least + " to " + most);
        }
        return json.getLongValue();
    }

    private void requireFinite(double value) throws WrongValue {
        if (!Double.isFinite(value)) {
            throw wrong("not a finite number");
        }
    }

    private void require(JsonToken token, String otherwise) throws WrongValue {
        if (json.currentToken() != token) {
            throw wrong(otherwise);
        }
    }

    private WrongValue wrong(String what) {
        return new WrongValue(place() + key() + " is " + what);
    }

    private String key() {
        return path.isEmpty()
                ? "the document"
                : UntrustedText.quoted(String.join(".", path).replace(".[", "["));
    }

    private String place() {
        return place(json.currentTokenLocation());
    }

    static String place(JsonLocation at) {
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }
}
