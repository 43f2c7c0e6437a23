package nn.run;

import java.util.Optional;

/** Asks a training to save and stop. */
public interface StopRequests {

    /** From now on the training looks at {@link #received}, and saves. */
    void enter();

    /** There is nothing to save any more. */
    void leave();

    /** The signal that asks to stop, once there is one. */
    Optional<StopSignal> received();
}
