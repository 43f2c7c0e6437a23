package nn.run;

import java.util.Optional;

/** Asks a training to save and stop. */
public interface StopRequests {

    /** From now on a training listens to {@link #received}, and saves before it stops. */
    void enter();

    /** From now on there is nothing left to save. */
    void leave();

    /** The signal that asked to stop, if there was one. */
    Optional<StopSignal> received();
}
