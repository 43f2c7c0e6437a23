package nn.safetensors;

import static nn.safetensors.SafeTensors.CHECKSUM_KEY;
import static nn.safetensors.SafeTensors.METADATA;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nn.UntrustedText;

/**
 * The parsed JSON header of a safetensors file. Only its syntax is checked; {@link TensorRange} checks types and offsets.
 *
 * @param metadata the strings under {@code __metadata__}
 * @param entries the tensors by name, in the order of the file
 * @param checksumOffset the position in the header of the checksum's first character; -1 without a checksum
 */
record SafeTensorsHeader(Map<String, String> metadata, Map<String, Entry> entries, int checksumOffset) {

    /** One tensor. Its bytes are {@code begin} (included) to {@code end} (excluded) of the data. */
    record Entry(String dtype, long[] shape, long begin, long end) {}

    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_DIMENSIONS = 8;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxStringLength(SafeTensors.MAX_HEADER_BYTES)
                    .maxNameLength(1_000)
                    .maxNumberLength(20)
                    .build())
            .build();

    static SafeTensorsHeader parse(byte[] json) throws MalformedFileException {
        // The parser would take a brace and a zero byte for UTF-16, but only UTF-8 is allowed.
        if (json.length < 2 || json[0] != '{' || json[1] == 0) {
            throw new MalformedFileException("has a bad header: it is not a JSON object in UTF-8");
        }
        try (JsonParser parser = JSON.createParser(json)) {
            return new Reading(parser).all();
        } catch (JsonProcessingException e) {
            throw new MalformedFileException(
                    "its header is not valid JSON: " + UntrustedText.escaped(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new MalformedFileException(
                    "its header is not valid JSON: " + UntrustedText.escaped(String.valueOf(e.getMessage())));
        }
    }

    private static final class Reading {

        private final JsonParser parser;
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private int checksumOffset = -1;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        SafeTensorsHeader all() throws IOException, MalformedFileException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw bad("it is not an object");
            }
            String name;
            while ((name = parser.nextFieldName()) != null) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw bad(UntrustedText.quoted(name) + " is not an object");
                }
                if (name.equals(METADATA)) {
                    metadata();
                } else {
                    add(entries, name, entry(name));
                }
            }
            if (parser.nextToken() != null) {
                throw bad("there is text after the end");
            }
            return new SafeTensorsHeader(metadata, entries, checksumOffset);
        }

        private static <T> void add(Map<String, T> map, String name, T value) throws MalformedFileException {
            if (map.size() == MAX_ENTRIES) {
                throw bad("more than " + MAX_ENTRIES + " entries");
            }
            map.put(name, value);
        }

        private void metadata() throws IOException, MalformedFileException {
            String key;
            while ((key = parser.nextFieldName()) != null) {
                String value = text(key);
                if (key.equals(CHECKSUM_KEY)) {
                    checksumOffset =
                            Math.toIntExact(parser.currentTokenLocation().getByteOffset()) + 1;
                }
                add(metadata, key, value);
            }
        }

        private Entry entry(String name) throws IOException, MalformedFileException {
            String dtype = null;
            long[] shape = null;
            long[] offsets = null;
            String key;
            while ((key = parser.nextFieldName()) != null) {
                switch (key) {
                    case "dtype" -> dtype = text(key);
                    case "shape" -> shape = numbers(name, MAX_DIMENSIONS);
                    case "data_offsets" -> offsets = numbers(name, 2);
                    default ->
                        throw bad(UntrustedText.quoted(name) + " has the unknown key " + UntrustedText.quoted(key));
                }
            }
            if (dtype == null || shape == null || offsets == null || offsets.length != 2) {
                throw bad(UntrustedText.quoted(name) + " lacks its dtype, shape or two data_offsets");
            }
            return new Entry(dtype, shape, offsets[0], offsets[1]);
        }

        private String text(String key) throws IOException, MalformedFileException {
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw bad("the value of " + UntrustedText.quoted(key) + " is not a string");
            }
            return parser.getText();
        }

        private long[] numbers(String name, int most) throws IOException, MalformedFileException {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw bad("the shape or the offsets of " + UntrustedText.quoted(name) + " are not arrays");
            }
            long[] numbers = new long[most];
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || count == most || parser.getLongValue() < 0) {
                    throw bad("the shape or the offsets of " + UntrustedText.quoted(name) + " are not at most " + most
                            + " whole numbers from 0 on");
                }
                numbers[count++] = parser.getLongValue();
            }
            return Arrays.copyOf(numbers, count);
        }

        private static MalformedFileException bad(String what) {
            return new MalformedFileException("has a bad header: " + what);
        }
    }
}
