package nn.checkpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/**
 * Keeps NaN and infinity out of what is read. JSON has no word for them, but Jackson alone takes strings such as "NaN" for numbers,
 * and reads 1e999 as infinity.
 */
final class FiniteNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    FiniteNumbers() {
        addDeserializer(double.class, new Doubles());
        addDeserializer(Double.class, new Doubles());
        addDeserializer(float.class, new Floats());
        addDeserializer(Float.class, new Floats());
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
}
