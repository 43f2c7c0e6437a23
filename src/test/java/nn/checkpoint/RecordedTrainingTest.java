package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nn.eval.Metrics;
import nn.model.Activation;
import nn.model.Architecture;
import nn.safetensors.RawFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTrainingTest {

    @TempDir
    private Path directory;

    @Test
    void theRecordIsThatOfTheTrainingsTest() {
        Metrics test = new Metrics(200, 7, 0.125);
        Path model = directory.resolve("model");
        CheckpointTest.model(test, Architecture.of(6, List.of(), 2, Activation.RELU))
                .write(model);
        assertEquals(test, RecordedTraining.of(model).test());
    }

    @Test
    void whatIsNoFileRecordsNothing() {
        assertEquals(
                Metrics.NONE, RecordedTraining.of(directory.resolve("missing")).test());
        assertEquals(Metrics.NONE, RecordedTraining.of(directory).test());
    }

    /** The same keys also occur elsewhere. Damaged files and files of other programs record nothing, and cause no failure. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'test':{'errors':3,'of':{'errors':9},'count':50}} | 50 | 3",
                "{'config':{'test':{'errors':4}},'epochs':2,'test':{'errors':5,'count':7}} | 7 | 5",
                "{'config':{'test':{'errors':4}},'epochs':2} | 0 | 0",
                "{'test':{'errors': | 0 | 0",
                "{} | 0 | 0",
            })
    void theRecordIsReadFromItsPlaceOnly(String training, int count, int errors) throws IOException {
        Path model = RawFile.write(
                directory.resolve("model"),
                RawFile.of("{\"__metadata__\":{\"training\":\"" + training.replace("'", "\\\"") + "\"}}", new byte[0]));
        Metrics record = RecordedTraining.of(model).test();
        assertEquals(List.of(count, errors), List.of(record.count(), record.errors()));
        byte[] whole = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(whole, whole.length - 1));
        assertEquals(Metrics.NONE, RecordedTraining.of(model).test());
    }

    @Test
    void aFileOfAnotherProgramRecordsNothing() {
        Path model = RawFile.write(
                directory.resolve("model"), RawFile.of("{\"__metadata__\":{\"format\":\"pt\"}}", new byte[0]));
        assertEquals(Metrics.NONE, RecordedTraining.of(model).test());
    }

    /** No exception, and no memory for such a header. */
    @ParameterizedTest
    @CsvSource({"-9223372036854775808", "9223372036854775807", "2147483647", "-1"})
    void aHeaderOfAnImpossibleLengthRecordsNothing(long length) {
        Path model = RawFile.write(directory.resolve("model"), RawFile.withLength(length, new byte[100]));
        assertEquals(Metrics.NONE, RecordedTraining.of(model).test());
    }
}
