package nn.json;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nn.ChildJvm;
import nn.NnException.Kind;
import nn.checkpoint.RunConfig;
import nn.files.AtomicFile;
import nn.train.Preset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

    enum Schedule {
        CONSTANT,
        INVERSE_SQUARE_ROOT
    }

    record Layer(int size, boolean bias) {
        Layer {
            if (size < 1) {
                throw new IllegalArgumentException("size must be at least 1, not " + size);
            }
        }

        /** Not a component, so not a key. */
        boolean isWide() {
            return size > 100;
        }

        int getWidth() {
            return size;
        }

        List<Integer> getWidths() {
            return List.of(size);
        }
    }

    record Config(
            String preset,
            long seed,
            double learningRate,
            float momentum,
            Schedule schedule,
            List<Layer> layers,
            Optional<Integer> patience,
            Optional<Layer> extra,
            List<Double> rates) {}

    private static final Config CONFIG = new Config(
            "fast",
            1L << 60,
            1e-4,
            0.9f,
            Schedule.INVERSE_SQUARE_ROOT,
            List.of(new Layer(256, true), new Layer(10, false)),
            Optional.empty(),
            Optional.of(new Layer(1, true)),
            List.of(0.1, 2.0));

    private static final String TEXT = """
            {
              "preset": "fast",
              "seed": 1152921504606846976,
              "learningRate": 1.0E-4,
              "momentum": 0.9,
              "schedule": "inverse-square-root",
              "layers": [{
                "size": 256,
                "bias": true
              }, {
                "size": 10,
                "bias": false
              }],
              "patience": null,
              "extra": {
                "size": 1,
                "bias": true
              },
              "rates": [0.1, 2.0]
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void recordIsWrittenInItsOrderComponentByComponent() {
        assertEquals(TEXT, Json.pretty(CONFIG));
    }

    @Test
    void recordComesBack() {
        assertEquals(CONFIG, Json.parse(TEXT, Config.class));
        assertEquals(CONFIG, Json.parse(Json.compact(CONFIG), Config.class));
        assertFalse(Json.compact(CONFIG).contains("\n"));
    }

    @Test
    void textIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(TEXT, Json.pretty(CONFIG));
                assertEquals("\"WITHIN\"", Json.compact("WITHIN"));
                assertEquals(CONFIG, Json.parse(TEXT, Config.class));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyDoubleAndFloatComesBackBitByBit() {
        for (double value : new double[] {Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 0.1 + 0.2, 2e23, 1.0 / 3}) {
            double read = Json.parse(Json.compact(value), Double.class);
            assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(read));
        }
        for (float value : new float[] {Float.MIN_VALUE, Float.MAX_VALUE, -0f, 0.1f, 1f / 3, 8.41E21f}) {
            float read = Json.parse(Json.compact(value), Float.class);
            assertEquals(Float.floatToIntBits(value), Float.floatToIntBits(read));
        }
        assertEquals("2.0E-323", Json.compact(2e-323), "the shortest digits, also where the JDK's are longer");
    }

    @Test
    void mapsKeepTheirOrder() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", List.of(Arrays.asList(1, null), List.of()));
        map.put("m", Map.of());
        assertEquals("{\n  \"z\": 1,\n  \"a\": [[1, null], []],\n  \"m\": {}\n}\n", Json.pretty(map));
    }

    @Test
    void nanAndInfinityAreNotWritten() {
        for (Object value : List.of(
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                List.of(1.0, Double.NaN),
                List.of(Float.NaN),
                Map.of("a", List.of(Double.POSITIVE_INFINITY)))) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Json.pretty(value));
            assertTrue(e.getMessage().contains("JSON cannot represent "), e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seed\": 1152921504606846976, |                           | the key \"seed\" is missing",
                "\"fast\",               | \"fast\", \"epochs\": 3,           | unknown key \"epochs\"",
                "\"size\": 10,           | \"size\": 10, \"wide\": false,     | unknown key \"layers[1].wide\"",
                "\"size\": 10,           | \"size\": 10, \"widths\": [],      | unknown key \"layers[1].widths\"",
                "\"fast\",               | \"fast\", \"preset\": \"fast\",    | line 2, column 21: the key \"preset\" is there twice",
                "\"fast\"                | null                      | the key \"preset\" must not be null",
                "\"fast\"                | 7                         | line 2, column 13: \"preset\" is not a string",
                "\"fast\"                | true                      | \"preset\" is not a string",
                "\"fast\"                | [\"fast\"]                | \"preset\" is not a string",
                "1152921504606846976     | 9223372036854775808       | \"seed\" is not from -9223372036854775808 to 9223372036854775807",
                "1152921504606846976     | 1.0                       | line 3, column 11: \"seed\" is not a whole number",
                "1152921504606846976     | \"1\"                     | line 3, column 11: \"seed\" is not a whole number",
                "1152921504606846976     | null                      | the key \"seed\" must not be null",
                "1.0E-4                  | NaN                       | line 4, column 22: this is not JSON",
                "1.0E-4                  | \"NaN\"                   | \"learningRate\" is not a finite number",
                "1.0E-4                  | 1e999                     | line 4, column 19: \"learningRate\" is not a finite number",
                "1.0E-4                  | \"0.1\"                   | \"learningRate\" is not a finite number",
                "1.0E-4                  | null                      | the key \"learningRate\" must not be null",
                "\"momentum\": 0.9       | \"momentum\": 1e39        | \"momentum\" is not a finite number",
                "inverse-square-root     | INVERSE_SQUARE_ROOT       | \"schedule\" is not constant or inverse-square-root",
                "\"inverse-square-root\" | 1                         | \"schedule\" is not constant or inverse-square-root",
                "\"inverse-square-root\" | \"\"                      | \"schedule\" is not constant or inverse-square-root",
                "\"size\": 256           | \"size\": 0               | \"layers[0]\": size must be at least 1, not 0",
                "\"bias\": false         | \"bias\": 0               | \"layers[1].bias\" is neither true nor false",
                "\"bias\": false         | \"bias\": \"false\"       | \"layers[1].bias\" is neither true nor false",
                "[0.1, 2.0]              | [0.1, null]               | the key \"rates[1]\" must not be null",
                "[0.1, 2.0]              | [0.1, \"NaN\"]            | line 19, column 18: \"rates[1]\" is not a finite number",
                "[0.1, 2.0]              | 0.1                       | line 19, column 12: \"rates\" is not an array",
                "[0.1, 2.0]              | null                      | the key \"rates\" must not be null",
            })
    void whatIsNotExactlyTheRecordIsRefused(String from, String to, String whatIsWrong) throws IOException {
        String wrong = TEXT.replace(from, to == null ? "" : to);
        assertFalse(wrong.equals(TEXT));
        Path file = Files.writeString(directory.resolve("config.json"), wrong);
        assertFails(Kind.BAD_CHECKPOINT, file, whatIsWrong, () -> Json.read(file, Config.class, Kind.BAD_CHECKPOINT));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        Path file = Files.writeString(directory.resolve("config.json"), "\ufeff" + TEXT);
        assertEquals(CONFIG, Json.read(file, Config.class, Kind.BAD_INPUT));
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() throws IOException {
        Path file = directory.resolve("config.json");
        for (String[] bad : new String[][] {
            {"", "nothing is here"},
            {"null", "null is not a value"},
            {"{", "line 1, column 2: the end is missing"},
            {TEXT + "x", "line 21, column 1: this is not JSON"},
            {TEXT + TEXT, "line 21, column 1: there is text after the end"},
            {"[".repeat(100_000), "line 1, column 1: the document is not an object"},
            {TEXT.replace("256", "1".repeat(1000)), "is larger than anything here"},
            {"// no\n" + TEXT, "line 1, column 1: this is not JSON"},
            {"hello\n\n", "line 1, column 1: this is not JSON"},
            {TEXT.replaceFirst("\\{", "{\"\\\\u001b[31m\\\\n\":1,"), "unknown key \"\\u001b[31m\\u000a\""}
        }) {
            Files.writeString(file, bad[0]);
            assertFails(Kind.BAD_INPUT, file, bad[1], () -> Json.read(file, Config.class, Kind.BAD_INPUT));
        }
    }

    private record Nest(List<Nest> inner) {}

    @Test
    void deepNestingIsRefused() {
        Json.parse("{\"inner\":[".repeat(30) + "]}".repeat(30), Nest.class);
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Json.parse("{\"inner\":[".repeat(100_000), Nest.class));
        assertTrue(e.getMessage().contains("nesting"), e.getMessage());
    }

    @Test
    void filesThatCannotBeAreRefused() throws IOException {
        Path file = directory.resolve("config.json");
        assertFails(Kind.BAD_INPUT, file, "does not exist", () -> Json.read(file, Config.class, Kind.BAD_INPUT));
        Files.write(file, new byte[] {'"', (byte) 0xff, '"'});
        assertFails(Kind.BAD_INPUT, file, "is not UTF-8 text", () -> Json.read(file, String.class, Kind.BAD_INPUT));
        assertFails(
                Kind.BAD_CHECKPOINT,
                directory,
                "is a directory",
                () -> Json.read(directory, String.class, Kind.BAD_CHECKPOINT));
    }

    @Test
    void whatWasWrittenIsReadFromAFile() {
        Path file = directory.resolve("config.json");
        AtomicFile.write(file, Json.pretty(CONFIG));
        assertEquals(CONFIG, Json.read(file, Config.class, Kind.BAD_CHECKPOINT));
    }

    private record Grown(
            int old,
            @DefaultsTo("1") int count,
            @DefaultsTo("{}") Inner inner,
            @DefaultsTo("[]") List<String> names) {

        private record Inner(
                @DefaultsTo("0") double value,
                @DefaultsTo("false") boolean flag) {}

        /** A further constructor, with fewer parameters. */
        Grown(int old) {
            this(old, 1, new Inner(0, false), List.of());
        }
    }

    @Test
    void whatCameLaterMayBeMissingAndIsLeftOutWhereItIsOff() {
        assertEquals(new Grown(7), Json.parse("{\"old\":7}", Grown.class));
        assertEquals("{\"old\":7}", Json.compact(new Grown(7)));
        Grown all = new Grown(7, 0, new Grown.Inner(0.5, true), List.of("a"));
        assertEquals(
                "{\"old\":7,\"count\":0,\"inner\":{\"value\":0.5,\"flag\":true},\"names\":[\"a\"]}", Json.compact(all));
        assertEquals(all, Json.parse(Json.compact(all), Grown.class));
        assertThrows(IllegalArgumentException.class, () -> Json.parse("{\"count\":2}", Grown.class));
        assertThrows(IllegalArgumentException.class, () -> Json.parse("{\"old\":7,\"count\":null}", Grown.class));
    }

    private record Renamed(@FormerName("flags") double penStyles) {}

    @Test
    void anEarlierNameIsUnderstoodAndTheNewOneWritten() {
        assertEquals(new Renamed(0.4), Json.parse("{\"flags\":0.4}", Renamed.class));
        assertEquals(new Renamed(0.4), Json.parse("{\"penStyles\":0.4}", Renamed.class));
        assertEquals("{\"penStyles\":0.4}", Json.compact(new Renamed(0.4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"flags\":true}                   | \"flags\" is not a finite number",
                "{\"penStyles\":0.4,\"flags\":0.4} | the key \"flags\" is there twice",
                "{\"flags\":0.4,\"penStyles\":0.4} | the key \"penStyles\" is there twice",
            })
    void aMessageNamesTheKeyInTheText(String text, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> Json.parse(text, Renamed.class))
                .getMessage();
        assertTrue(said.endsWith(message), said);
    }

    private record Part(int one, @OmitNull Integer two, Integer three) {}

    private record Whole(@Inline Part part, String four) {}

    private record Numbers(int one, @DefaultsTo("2") int two) {}

    private record Outer(@Inline Numbers numbers, String three) {}

    @Test
    void aPartAmongTheOthersIsReadToo() {
        assertEquals(new Outer(new Numbers(1, 2), "3"), Json.parse("{\"three\":\"3\",\"one\":1}", Outer.class));
        assertEquals(
                new Outer(new Numbers(1, 4), "3"),
                Json.parse(Json.compact(new Outer(new Numbers(1, 4), "3")), Outer.class));
        assertThrows(IllegalArgumentException.class, () -> Json.parse("{\"three\":\"3\",\"two\":1}", Outer.class));
        assertThrows(
                IllegalArgumentException.class,
                () -> Json.parse("{\"numbers\":{},\"three\":\"3\",\"one\":1}", Outer.class));
    }

    private record Color(String label) implements Named {

        public static Color named(String label) {
            if (!List.of("red", "blue").contains(label)) {
                throw new IllegalArgumentException(label + " is none of red, blue");
            }
            return new Color(label);
        }
    }

    @Test
    void aNamedValueIsItsLabel() {
        assertEquals("[\"red\"]", Json.compact(List.of(new Color("red"))));
        assertEquals(new Color("blue"), Json.parse("\"blue\"", Color.class));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Json.parse("\"green\"", Color.class));
        assertEquals("line 1, column 1: the document: green is none of red, blue", e.getMessage());
    }

    @Test
    void mapsOfStringsAreRead() {
        assertEquals(new Tagged(Map.of("a", 1, "b", 2)), Json.parse("{\"tags\":{\"a\":1,\"b\":2}}", Tagged.class));
        assertThrows(IllegalArgumentException.class, () -> Json.parse("{\"tags\":{\"a\":1,\"a\":2}}", Tagged.class));
    }

    private record Tagged(Map<String, Integer> tags) {}

    @Test
    void aPartMayStandAmongTheOthersAndWhatIsMissingMayBeLeftOut() {
        assertEquals(
                "{\"one\":1,\"two\":2,\"three\":3,\"four\":\"5\"}", Json.compact(new Whole(new Part(1, 2, 3), "5")));
        assertEquals(
                "{\"one\":1,\"three\":null,\"four\":null}", Json.compact(new Whole(new Part(1, null, null), null)));
    }

    @ParameterizedTest
    @MethodSource
    void whatJsonHasNoWordForIsRefused(Object value, String whatIsWrong) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Json.compact(value));
        assertEquals(whatIsWrong, e.getMessage());
    }

    private static Stream<Arguments> whatJsonHasNoWordForIsRefused() {
        return Stream.of(
                Arguments.of(Map.of(1, "a"), "a key in JSON is a string, not 1"),
                Arguments.of(Duration.ZERO, "JSON cannot represent a java.time.Duration"),
                Arguments.of(List.of(new int[0]), "JSON cannot represent a [I"));
    }

    /** Writes the configuration of a run. */
    static final class Writing {
        public static void main(String[] arguments) {
            System.out.print(
                    Json.pretty(new RunConfig("nn", "data", true, Preset.FAST.config(1, 1), Optional.empty())));
        }
    }

    @Tag("process")
    @Test
    void configurationIsWrittenWithoutTheHalfOfJacksonThatIsSlowToLoad() throws IOException {
        Path classes = directory.resolve("classes");
        ChildJvm.Result result =
                ChildJvm.run("exec \"$@\"", List.of("-Xlog:class+load:file=" + classes), Writing.class);
        assertEquals(
                "  \"program\": \"nn\",",
                result.output().lines().skip(1).findFirst().orElse(""));
        String loaded = Files.readString(classes);
        assertTrue(loaded.contains("com.fasterxml.jackson.core"));
        assertFalse(loaded.contains("com.fasterxml.jackson.databind"));
    }
}
