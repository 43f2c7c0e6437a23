package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataTextTest {

    @Test
    void oneImageIsNotSeveral() {
        DataSummary.Split split = new DataSummary.Split(1, 28, 28, 1, List.of(1));
        assertEquals("""
                here
                Training: 1 image of 28 x 28 pixels in 1 class

                class     training        test
                    0            1           -
                """, DataText.of(new DataSummary("here", Optional.of(split), Optional.empty())));
    }
}
