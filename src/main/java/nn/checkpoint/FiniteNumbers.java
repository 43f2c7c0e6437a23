package nn.checkpoint;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Keeps NaN and infinity out of JSON, which has no word for them. Jackson alone writes them as strings, takes such strings for
 * numbers, and reads 1e999 as infinity.
 */
final class FiniteNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    FiniteNumbers() {
        addDeserializer(double.class, new Doubles());
        addDeserializer(Double.class, new Doubles());
        addDeserializer(float.class, new Floats());
        addDeserializer(Float.class, new Floats());
        addDeserializer(double[].class, new DoubleArrays());
    }

    private static final class Doubles extends StdDeserializer<Double> {

        private static final long serialVersionUID = 1L;

        Doubles() {
            super(double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric() || !Double.isFinite(parser.getDoubleValue())) {
                return context.reportInputMismatch(double.class, "no finite number");
            }
            return parser.getDoubleValue();
        }
    }

    private static final class Floats extends StdDeserializer<Float> {

        private static final long serialVersionUID = 1L;

        Floats() {
            super(float.class);
        }

        @Override
        public Float deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric() || !Float.isFinite(parser.getFloatValue())) {
                return context.reportInputMismatch(float.class, "no finite number");
            }
            return parser.getFloatValue();
        }
    }

    private static final class DoubleArrays extends StdDeserializer<double[]> {

        private static final long serialVersionUID = 1L;

        DoubleArrays() {
            super(double[].class);
        }

        @Override
        public double[] deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Stream.of(context.readValue(parser, Double[].class)).mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** Refuses to write what could not be read again. */
    static final class Generator extends JsonGeneratorDelegate {

        Generator(JsonGenerator generator) {
            super(generator);
        }

        @Override
        public void writeNumber(double value) throws IOException {
            check(value);
            super.writeNumber(value);
        }

        @Override
        public void writeNumber(float value) throws IOException {
            check(value);
            super.writeNumber(value);
        }

        @Override
        public void writeArray(double[] array, int offset, int length) throws IOException {
            for (int i = offset; i < offset + length; i++) {
                check(array[i]);
            }
            super.writeArray(array, offset, length);
        }

        private void check(double value) throws IOException {
            if (!Double.isFinite(value)) {
                throw new JsonGenerationException(value + " is no JSON number", this);
            }
        }
    }
}
