package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import nn.Formerly;
import nn.Later;
import org.junit.jupiter.api.Test;

/** What we teach Jackson, in a mapper with nothing else; {@link JsonTest} is about all of it together. */
class LaterComponentsTest {

    private enum Word { ONE_TWO, THREE }

    private record Grown(int old, @Later("[7]") List<Integer> added, @Formerly("before") int now) {

        /** As records have for callers that know nothing of what was added. */
        Grown(int old) {
            this(old, List.of(), 0);
        }
    }

    private record Words(List<Word> words) {
    }

    private final JsonMapper mapper = JsonMapper.builder().annotationIntrospector(new KebabEnums())
            .addModule(new LaterComponents()).injectableValues(new LaterComponents.Values())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    private <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return mapper.readValue(json.replace('\'', '"'), type);
    }

    @Test
    void whatCameLaterHasItsValueWhereAFileOfAnEarlierVersionIsReadAndMayBeGiven() throws JsonProcessingException {
        assertEquals(new Grown(1, List.of(7), 2), read("{'old':1,'now':2}", Grown.class));
        assertEquals(new Grown(1, List.of(3), 2), read("{'old':1,'now':2,'added':[3]}", Grown.class));
    }

    @Test
    void whatWasAlwaysThereMustBeGiven() {
        assertThrows(JsonMappingException.class, () -> read("{'now':2}", Grown.class));
        assertThrows(JsonMappingException.class, () -> read("{'old':1}", Grown.class));
    }

    @Test
    void theNameInAnEarlierVersionIsUnderstood() throws JsonProcessingException {
        assertEquals(new Grown(1, List.of(7), 2), read("{'old':1,'before':2}", Grown.class));
    }

    @Test
    void constantsAreReadAsTheCommandLineNamesThemAndNotOtherwise() throws JsonProcessingException {
        assertEquals(new Words(List.of(Word.ONE_TWO, Word.THREE)), read("{'words':['one-two','three']}", Words.class));
        for (String other : List.of("ONE_TWO", "one_two", "THREE", "Three")) {
            assertThrows(JsonMappingException.class, () -> read("{'words':['" + other + "']}", Words.class), other);
        }
    }
}
