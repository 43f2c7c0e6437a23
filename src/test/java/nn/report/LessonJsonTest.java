package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import nn.json.Json;
import nn.lesson.Lesson;
import nn.lesson.Lessons;
import nn.lesson.Runs;
import org.junit.jupiter.api.Test;

class LessonJsonTest {

    private static JsonNode json(String lesson) throws IOException {
        return new ObjectMapper().readTree(Json.pretty(LessonJson.of(Runs.of(lesson), 1)));
    }

    @Test
    void everyLessonHasNameComputedExpectedAndVerdict() throws IOException {
        for (Lesson lesson : Lessons.all()) {
            JsonNode json = json(lesson.name());
            assertEquals(lesson.name(), json.get("name").asText());
            assertTrue(json.get("computed").size() > 0);
            json.get("computed")
                    .fieldNames()
                    .forEachRemaining(key -> assertTrue(json.get("expected").has(key), key));
            assertEquals(json.get("computed").size(), json.get("expected").size());
            assertEquals(
                    json.get("mismatches").isEmpty() ? "match" : "mismatch",
                    json.get("verdict").asText());
        }
    }

    @Test
    void nanIsAString() throws IOException {
        assertEquals(
                "[\"NaN\",\"NaN\",\"NaN\"]",
                json("softmax").get("computed").get("naive").toString());
    }

    @Test
    void matricesAreArraysOfArrays() throws IOException {
        assertEquals(
                "[[19.0,22.0],[43.0,50.0]]",
                json("matrix").get("computed").get("product").toString());
        assertEquals(
                "[[19.0,22.0],[43.0,50.0]]",
                json("matrix").get("expected").get("product").toString());
    }

    @Test
    void boundsAreNamed() throws IOException {
        assertEquals(
                0.02,
                json("beans")
                        .get("expected")
                        .get("meanSquaredError")
                        .get("atMost")
                        .asDouble());
        assertEquals(
                0.55,
                json("digits-numpy")
                        .get("expected")
                        .get("accuracyAtThousandth")
                        .get("atLeast")
                        .asDouble());
        assertEquals("mismatch", json("digits-numpy").get("verdict").asText());
    }
}
