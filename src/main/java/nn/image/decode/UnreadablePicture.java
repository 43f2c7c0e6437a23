package nn.image.decode;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import nn.ShellWord;

/** A picture that cannot be decoded; the message continues "the file is", in words for the user. */
class UnreadablePicture extends IOException {

    private static final long serialVersionUID = 1L;

    private final String converter;

    UnreadablePicture(String what) {
        this(what, "");
    }

    UnreadablePicture(String what, Throwable cause) {
        this(what);
        initCause(cause);
    }

    /**
     * @param converter a command that makes a PNG of the file: words between blanks, {@code %1$s} the file and {@code %2$s} the PNG;
     *                  empty for none
     */
    UnreadablePicture(String what, String converter) {
        super(what);
        this.converter = converter;
    }

    /** The advice for a file of that name: the command that converts it, where there is one. */
    final String whatToDo(String file) {
        if (converter.isEmpty()) {
            return whatElseToDo();
        }
        String stem = file.replaceFirst("(?<=[^/])\\.[^./]*$", "");
        String png = file.equals(stem + ".png") ? stem + "-2.png" : stem + ".png";
        return "convert it: "
                + Arrays.stream(converter.split(" "))
                        .map(word -> ShellWord.of(word.formatted(file, png)))
                        .collect(Collectors.joining(" "));
    }

    String whatElseToDo() {
        return "save it anew, as PNG or JPEG";
    }
}
