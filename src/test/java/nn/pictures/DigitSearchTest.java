package nn.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import nn.checkpoint.Checkpoint;
import nn.eval.Predictor;
import nn.image.Picture;
import nn.image.prepare.Candidates;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import nn.image.prepare.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the search finds, with the model that comes with the project, where the plain reading finds nothing or something else. */
class DigitSearchTest {

    private static final DigitPreparation AUTO = new DigitPreparation(Polarity.AUTO, false);
    private static final Predictor PREDICTOR =
            new Predictor(Checkpoint.readClassifier(Path.of("data", "model.safetensors")), DigitSearch.WIDEST_STAGE);

    private static Optional<Judgment> plain(Picture picture) {
        return AUTO.candidates(picture)
                .plain()
                .map(candidate ->
                        DigitSearch.judged(List.of(candidate), PREDICTOR).get(0));
    }

    private static Verdict found(Picture picture) {
        Candidates candidates = AUTO.candidates(picture);
        return DigitSearch.find(plain(picture), candidates, PREDICTOR).orElseThrow();
    }

    private static Arguments scene(String name, IntFunction<Picture> picture) {
        return Arguments.of(name, picture);
    }

    /** Each needs one kind of candidate. */
    static Stream<Arguments> scenes() {
        return Stream.of(
                scene("a sheet on a desk", Scene::sheetOnADesk),
                scene("a dark box on a white page", Scene::darkBoxOnAWhitePage),
                scene("a light box on a dark page", Scene::lightBoxOnADarkPage),
                scene("small in a corner of a page", Scene::smallInACorner),
                scene("no margin", Scene::withoutAMargin),
                scene("the digit touches the lines of its box", Scene::touchingItsBox),
                scene("underlined", Scene::underlined),
                scene("red on green of the same luminance", Scene::redOnGreen),
                scene("print from the other side of the page", Scene::aboveAnEightThatShinesThrough),
                scene("a blot that is heavier than the digit", Scene::besideABlot),
                scene("dots of a printer", Scene::halftone));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void aDigitIsFoundWhereThePlainReadingIsNotSure(String name, IntFunction<Picture> scene) {
        for (int digit : new int[] {2, 5}) {
            Picture picture = scene.apply(digit);
            assertFalse(plain(picture).filter(DigitSearch::isSure).isPresent(), "the plain reading is sure");
            Verdict verdict = found(picture);
            assertEquals(digit, verdict.best().prediction().digit(), verdict::toString);
            assertFalse(verdict.isNoDigit(), verdict::toString);
            assertEquals(0, verdict.best().candidate().quarters(), verdict::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void inkOverHalfOfThePictureIsADigit(int digit) {
        Picture picture = Scene.boldWithoutAMargin(digit);
        assertTrue(plain(picture).isEmpty(), "the plain reading takes the ink for paper");
        Verdict verdict = found(picture);
        assertEquals(digit, verdict.best().prediction().digit());
        assertFalse(verdict.isNoDigit(), verdict::toString);
    }

    @Test
    void aFiveWithABarApartIsAFiveAtOnce() {
        Judgment plain = plain(Scene.fiveWithABarApart()).orElseThrow();
        assertEquals(5, plain.prediction().digit());
        assertTrue(DigitSearch.isSure(plain), plain::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aPhotoOnItsSideIsReadAfterATurn(int quarters) {
        Verdict verdict = found(Scene.turned(3, quarters));
        assertEquals(3, verdict.best().prediction().digit());
        assertEquals(4 - quarters, verdict.best().candidate().quarters());
    }

    @Test
    void aPictureWithoutInkHasNoVerdict() {
        Picture blank = Scene.blankPaper();
        assertTrue(DigitSearch.find(Optional.empty(), AUTO.candidates(blank), PREDICTOR)
                .isEmpty());
    }
}
