package nn.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.NopIndenter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.function.Consumer;
import nn.NnException;
import nn.NnException.Kind;
import nn.files.ReadableFile;
import nn.json.JsonReader.WrongValue;

/**
 * Writes records as JSON and reads them back, strictly. The keys are the record's components, in their order; only a
 * component with {@link DefaultsTo} may be missing. An unknown, missing or repeated key is refused, and so is a value of
 * another type, NaN, or text after the end. An empty {@code Optional} is {@code null}, and an enum constant has its
 * {@link EnumName}. The text is the same on every machine.
 */
public final class Json {

    private static final int MAX_FILE_BYTES = 32 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .maxDocumentLength(MAX_FILE_BYTES)
                    .build())
            .build();

    /** Indents by two spaces, keeps arrays on one line, and ends lines with a line feed on every system. */
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Spacing.AFTER)
                    .withArrayValueSpacing(Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(NopIndenter.instance);

    private Json() {}

    /**
     * The value on several lines, the last of which ends with a line feed.
     *
     * @throws IllegalArgumentException if a number in it is NaN or infinite, or there is no JSON for a value
     */
    public static String pretty(Object value) {
        return text(value, generator -> generator.setPrettyPrinter(PRETTY.createInstance())) + "\n";
    }

    /**
     * The value on one line, for a string of a checkpoint's metadata.
     *
     * @throws IllegalArgumentException if a number in it is NaN or infinite, or there is no JSON for a value
     */
    public static String compact(Object value) {
        return text(value, generator -> {});
    }

    private static String text(Object value, Consumer<JsonGenerator> layout) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            layout.accept(generator);
            new JsonWriter(generator).write(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("this is not possible in JSON: " + e.getMessage(), e);
        }
        return text.toString();
    }

    /**
     * Reads a file of UTF-8 text.
     *
     * @param kind how the caller classifies a missing or wrong file
     * @throws NnException of that kind, with line and column, unless the file holds exactly one value of the type
     */
    public static <T> T read(Path file, Class<T> type, Kind kind) {
        String text = ReadableFile.readText(file, kind, MAX_FILE_BYTES, "give the right file");
        try {
            return parse(text, type);
        } catch (IllegalArgumentException e) {
            throw new NnException(kind, file + ": " + e.getMessage() + "; correct the file", e);
        }
    }

    /** @throws IllegalArgumentException with line, column and reason, unless the text is exactly one value of the type */
    public static <T> T parse(String text, Class<T> type) {
        @SuppressWarnings("unchecked") // read as this type
        T value = (T) parse(text, (Type) type);
        return value;
    }

    static Object parse(String text, Type type) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser).readDocument(type);
        } catch (WrongValue e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(JsonReader.place(e.getLocation()) + syntax(e), e);
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot be read", e);
        }
    }

    /** In our own words, because the library's messages mention its options. */
    private static String syntax(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "a number, a name, a text or the nesting is larger than anything here";
        }
        return e instanceof JsonEOFException ? "the end is missing" : "this is not JSON";
    }
}
