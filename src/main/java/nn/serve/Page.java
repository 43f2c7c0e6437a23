package nn.serve;

import java.io.IOException;

/** Answers the requests for one address. */
interface Page {

    /** @throws Refusal if there is no such thing, or it is refused */
    Reply answer(Request request) throws IOException;
}
