package nn.image.decode;

import java.io.IOException;

/** A picture that cannot be decoded; the message continues "the file is", in words for the user. */
final class UnreadablePicture extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadablePicture(String what) {
        super(what);
    }

    UnreadablePicture(String what, Throwable cause) {
        super(what, cause);
    }
}
