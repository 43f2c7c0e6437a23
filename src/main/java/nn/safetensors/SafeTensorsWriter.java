package nn.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nn.files.AtomicFile;

/**
 * Writes a {@link SafeTensors}. Wide types come first in the data, so that every tensor is aligned for a reader that maps the
 * file. The header keeps the order of the map.
 */
final class SafeTensorsWriter {

    private static final int CHUNK = 64 << 10;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private interface Sink {
        void accept(byte[] bytes, int offset, int count) throws IOException;
    }

    private final SafeTensors content;
    private final List<Map.Entry<String, Tensor>> dataOrder;

    private SafeTensorsWriter(SafeTensors content) {
        this.content = content;
        this.dataOrder = new ArrayList<>(content.tensors().entrySet());
        dataOrder.sort(
                Comparator.comparingInt(named -> -named.getValue().dtype().bytes()));
    }

    /** @throws IllegalArgumentException if the result could not be read again */
    static void write(SafeTensors content, Path file) {
        SafeTensorsWriter writer = new SafeTensorsWriter(content);
        byte[] header;
        try {
            header = writer.header();
            writer.fillDigest(header);
        } catch (IOException | MalformedFileException e) {
            throw new IllegalArgumentException("no checkpoint can hold this: " + e.getMessage(), e);
        }
        AtomicFile.write(file, out -> {
            out.write(Sha256.lengthPrefix(header.length));
            out.write(header);
            writer.data(out::write);
        });
    }

    /** The JSON, padded with spaces, with zeros for the digest. */
    private byte[] header() throws IOException, MalformedFileException {
        checkText();
        Map<String, Long> begins = begins();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            metadata(json);
            for (Map.Entry<String, Tensor> named : content.tensors().entrySet()) {
                entry(json, named.getKey(), named.getValue(), begins.get(named.getKey()));
            }
            json.writeEndObject();
        }
        byte[] header = Arrays.copyOf(bytes.toByteArray(), bytes.size() + 7 & ~7);
        Arrays.fill(header, bytes.size(), header.length, (byte) ' ');
        if (header.length > SafeTensors.MAX_HEADER_BYTES) {
            throw new MalformedFileException("its header would have " + header.length + " bytes");
        }
        return header;
    }

    /** Refuses half of a surrogate pair: JSON could escape it, but readers in other languages would refuse the file. */
    private void checkText() throws MalformedFileException {
        CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
        boolean good = content.metadata().keySet().stream().allMatch(utf8::canEncode)
                && content.metadata().values().stream().allMatch(utf8::canEncode)
                && content.tensors().keySet().stream().allMatch(utf8::canEncode);
        if (!good) {
            throw new MalformedFileException("it holds text that UTF-8 cannot");
        }
    }

    private void metadata(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(SafeTensors.METADATA);
        json.writeStringField(SafeTensors.FORMAT_KEY, SafeTensors.FORMAT_NAME);
        json.writeStringField(SafeTensors.VERSION_KEY, Integer.toString(SafeTensors.VERSION));
        json.writeStringField(
                SafeTensors.CHECKSUM_KEY, SafeTensors.CHECKSUM_PREFIX + "0".repeat(SafeTensors.DIGEST_LENGTH));
        for (Map.Entry<String, String> entry : content.metadata().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, String name, Tensor tensor, long begin) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", tensor.dtype().name());
        json.writeFieldName("shape");
        json.writeArray(tensor.shape(), 0, tensor.shape().length);
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {begin, begin + tensor.byteCount()}, 0, 2);
        json.writeEndObject();
    }

    private Map<String, Long> begins() throws MalformedFileException {
        Map<String, Long> begins = new HashMap<>();
        long end = 0;
        for (Map.Entry<String, Tensor> named : dataOrder) {
            begins.put(named.getKey(), end);
            end += named.getValue().byteCount();
        }
        if (end > SafeTensors.MAX_FILE_BYTES - SafeTensors.MAX_HEADER_BYTES - Long.BYTES) {
            throw new MalformedFileException("it would have " + end + " bytes");
        }
        return begins;
    }

    private void fillDigest(byte[] header) throws IOException, MalformedFileException {
        int from = SafeTensorsHeader.parse(header).checksumOffset() + SafeTensors.CHECKSUM_PREFIX.length();
        MessageDigest sha256 = Sha256.begin(header);
        data(sha256::update);
        byte[] digits = Sha256.hex(sha256).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, header, from, digits.length);
    }

    private void data(Sink sink) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (Map.Entry<String, Tensor> named : dataOrder) {
            ByteBuffer bytes = named.getValue().data();
            while (bytes.hasRemaining()) {
                int count = Math.min(CHUNK, bytes.remaining());
                bytes.get(chunk, 0, count);
                sink.accept(chunk, 0, count);
            }
        }
    }
}
