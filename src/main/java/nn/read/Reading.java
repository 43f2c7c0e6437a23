package nn.read;

import java.util.List;
import java.util.Optional;
import nn.image.Picture;

/**
 * The result for one picture.
 *
 * @param file    its name as it was given
 * @param page    what is read in it; empty if it could not be read
 * @param picture the picture; empty if it could not be read
 * @param error   why there are no digits; empty if there are some
 */
public record Reading(String file, Optional<Page> page, Optional<Picture> picture, Optional<String> error) {

    /** A picture that could not be read. */
    public static Reading failed(String file, String error) {
        return new Reading(file, Optional.empty(), Optional.empty(), Optional.of(error));
    }

    /** What is read in a picture; without digits that is an error, too. */
    public static Reading of(String file, Picture picture, Page page) {
        return new Reading(
                file,
                Optional.of(page),
                Optional.of(picture),
                page.digits().isEmpty()
                        ? Optional.of(file + ": no digits found; show them dark on light paper, or light on dark")
                        : Optional.empty());
    }

    /** The same without the pixels. */
    public Reading withoutPicture() {
        return new Reading(file, page, Optional.empty(), error);
    }

    /** What was doubtful while reading. */
    public List<String> warnings() {
        return page.map(Page::warnings).orElse(List.of());
    }
}
