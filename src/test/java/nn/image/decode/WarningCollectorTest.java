package nn.image.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a reader's complaints reach the user. */
class WarningCollectorTest {

    /** Reads nothing, but complains. */
    private static final class Complaining extends ImageReader {

        Complaining() {
            super(null);
        }

        void complain(String warning) {
            processWarningOccurred(warning);
        }

        @Override
        public int getNumImages(boolean allowSearch) {
            return 1;
        }

        @Override
        public int getWidth(int index) {
            return 1;
        }

        @Override
        public int getHeight(int index) {
            return 1;
        }

        @Override
        public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
            throw new UnsupportedOperationException();
        }

        @Override
        public IIOMetadata getStreamMetadata() {
            return null;
        }

        @Override
        public IIOMetadata getImageMetadata(int index) {
            return null;
        }

        @Override
        public BufferedImage read(int index, ImageReadParam param) {
            throw new UnsupportedOperationException();
        }
    }

    private static List<String> warnings(String... complaints) {
        Complaining reader = new Complaining();
        PictureBuilder builder = new PictureBuilder(1, 1, 1);
        WarningCollector.listen(reader, builder);
        for (String complaint : complaints) {
            reader.complain(complaint);
        }
        return builder.build().warnings();
    }

    @Test
    void manyComplaintsMakeOneWarning() {
        assertEquals(
                List.of("the file is damaged or cut short; a part of the picture may be missing"),
                warnings("Premature end of input file", "Corrupt data", "Corrupt data"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inconsistent metadata read from stream",
                "Metadata is missing",
                "Embedded color profile is invalid; ignored",
                "ICC Profile: too short",
                "REFERENCE_BLACK_WHITE not found, assuming 0-255/128-255/128-255"
            })
    void whatDoesNotTouchThePixelsIsKeptQuiet(String complaint) {
        assertEquals(List.of(), warnings(complaint));
        assertEquals(1, warnings(complaint, "Corrupt data").size());
    }
}
