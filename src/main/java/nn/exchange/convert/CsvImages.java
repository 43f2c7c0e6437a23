package nn.exchange.convert;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.exchange.PixelRange;
import nn.files.ReadableFile;

/**
 * A table with a line for each image: its label and its pixels. With a header, as Kaggle's has it, the label stands in the column
 * {@code label} (or {@code class} or {@code target}), else in the first one.
 */
public final class CsvImages implements LabeledImages {

    private static final List<String> LABEL_COLUMNS = List.of("label", "class", "target");
    private static final int MOST_FIELDS = (1 << 16) + 1;
    private static final int LONGEST_FIELD = 1000;
    private static final int LONGEST_RECORD = 1 << 21;
    private static final int START = 1 << 16;

    private final Path file;
    private final PixelRange range;
    private final char separator;
    private final List<String> labels = new ArrayList<>();
    private int labelColumn;
    private boolean header;
    private int fields;
    private ImageShape shape;

    /**
     * Reads the whole table once: its labels, and whether it can be used.
     *
     * @param rows the images' height; 0 for squares
     * @throws NnException BAD_INPUT with the line of the first value that cannot be used
     */
    public CsvImages(Path file, int rows, PixelRange range) {
        this.file = file;
        this.range = range;
        ReadableFile.require(file, Kind.BAD_INPUT);
        separator = separator();
        Map<String, String> known = new HashMap<>();
        read((record, example) -> {
            if (example < 0) {
                return;
            }
            if (shape == null) {
                try {
                    shape = ImageShape.of(fields - 1, rows);
                } catch (IllegalArgumentException e) {
                    throw bad(record, e.getMessage());
                }
            }
            String label = label(record);
            if (known.putIfAbsent(label, label) == null && known.size() > ClassNumbers.MOST) {
                throw bad(
                        record, "more than " + ClassNumbers.MOST + " different labels; is that the column of labels?");
            }
            labels.add(known.get(label));
            pixels(record, new byte[fields - 1]);
        });
        if (labels.isEmpty()) {
            throw NnException.of(Kind.BAD_INPUT, file, "has no images", "give a table with a line for each image");
        }
    }

    private interface Records {
        /** @param example its number; -1 for the header */
        void accept(CsvRecord record, int example);
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public List<String> labels() {
        return List.copyOf(labels);
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public List<LeftOut> forEach(Sink sink) {
        byte[] image = new byte[fields - 1];
        read((record, example) -> {
            if (example >= 0) {
                pixels(record, image);
                sink.accept(example, image);
            }
        });
        return List.of();
    }

    /** A comma, unless the first line has only tabs or semicolons. */
    private char separator() {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
            String line = start.lines().findFirst().orElse("");
            return line.contains(",") ? ',' : line.contains("\t") ? '\t' : line.contains(";") ? ';' : ',';
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void read(Records records) {
        CsvRecordHandler handler = CsvRecordHandler.of(limits ->
                limits.maxFields(MOST_FIELDS).maxFieldSize(LONGEST_FIELD).maxRecordSize(LONGEST_RECORD));
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .maxBufferSize(LONGEST_RECORD)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(handler, file, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> lines = reader.iterator();
            int example = 0;
            boolean first = true;
            for (Optional<CsvRecord> next = next(lines); next.isPresent(); next = next(lines)) {
                CsvRecord record = next.get();
                if (first) {
                    begin(record);
                } else if (record.getFieldCount() != fields) {
                    throw bad(record, "has " + record.getFieldCount() + " values, the first line " + fields);
                }
                records.accept(record, first && header ? -1 : example++);
                first = false;
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The next line. Its failures are kept apart from those of the one who takes it. */
    private Optional<CsvRecord> next(Iterator<CsvRecord> lines) {
        try {
            return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw new NnException(
                    Kind.BAD_INPUT, file + ": is no table of pixels (" + UntrustedText.reason(e) + "); convert it", e);
        } catch (UncheckedIOException e) {
            throw failure(e.getCause());
        }
    }

    private void begin(CsvRecord record) {
        fields = record.getFieldCount();
        if (fields < 2) {
            throw bad(record, "has one value, not a label and pixels");
        }
        header = !isNumber(record.getField(1));
        labelColumn = 0;
        if (header) {
            List<String> names = record.getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            labelColumn = LABEL_COLUMNS.stream()
                    .mapToInt(names::indexOf)
                    .filter(column -> column >= 0)
                    .findFirst()
                    .orElseThrow(() -> bad(record, "has no column label, as in Kaggle's test.csv"));
        }
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Its text; a number such as {@code 7.0} as a whole one. */
    private String label(CsvRecord record) {
        String text = record.getField(labelColumn).strip();
        if (text.isEmpty()) {
            throw bad(record, "has no label");
        }
        return text.replaceFirst("^([0-9]+)\\.0+$", "$1");
    }

    private void pixels(CsvRecord record, byte[] image) {
        for (int i = 0; i < image.length; i++) {
            int column = i < labelColumn ? i : i + 1;
            String text = record.getField(column);
            try {
                image[i] = range.gray(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                throw bad(record, "has " + UntrustedText.quoted(text) + " as value " + (column + 1) + ", not a number");
            } catch (IllegalArgumentException e) {
                throw bad(record, "value " + (column + 1) + ": " + e.getMessage());
            }
        }
    }

    private NnException bad(CsvRecord record, String whatIsWrong) {
        return NnException.of(
                Kind.BAD_INPUT,
                file,
                "line " + record.getStartingLineNumber() + ": " + whatIsWrong,
                "give a table with a label and the pixels of an image in each line");
    }

    private NnException failure(IOException e) {
        return new NnException(
                Kind.BAD_INPUT, file + ": cannot be read (" + UntrustedText.reason(e) + "); save it as UTF-8", e);
    }
}
