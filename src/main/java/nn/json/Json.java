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
 * Records as JSON and back, strictly. Every component of a record is a key and every key a component, both ways (but those that
 * have a {@link DefaultsTo}, which may be missing): an unknown, a missing or a double key, a value of another type, NaN, or anything
 * behind the end is refused. An empty {@code Optional} is {@code null}. A constant of an enum is written in lower case with
 * hyphens, {@code COSINE} as {@code "cosine"}, as on the command line. The order is that of the record; the text is the same on
 * every machine.
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

    /** Two spaces, arrays on one line, and the same line ends everywhere. */
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Spacing.AFTER)
                    .withArrayValueSpacing(Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(NopIndenter.instance);

    private Json() {}

    /**
     * The value as a text of several lines, with a line end behind the last.
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
            throw new IllegalArgumentException("no JSON for this: " + e.getMessage(), e);
        }
        return text.toString();
    }

    /**
     * Reads a file of UTF-8 text.
     *
     * @param kind the failure that a missing or wrong file is to whoever asks
     * @throws NnException of that kind, naming line and column, if the file does not say exactly a value of the type
     */
    public static <T> T read(Path file, Class<T> type, Kind kind) {
        String text = ReadableFile.readText(file, kind, MAX_FILE_BYTES, "give the right file");
        try {
            return parse(text, type);
        } catch (IllegalArgumentException e) {
            throw new NnException(kind, file + ": " + e.getMessage() + "; correct the file", e);
        }
    }

    /** @throws IllegalArgumentException with place and reason in one line, if the text is not exactly a value of the type */
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

    /** In our words, as the library's speak of its own options. */
    private static String syntax(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "a number, a name, a text or the nesting is larger than anything here";
        }
        return e instanceof JsonEOFException ? "the end is missing" : "this is no JSON";
    }
}
