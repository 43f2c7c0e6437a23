package nn.doctor;

import java.util.Optional;
import nn.NnException;

/**
 * What was found of one thing. The component names are keys of the JSON output.
 *
 * @param subject what was looked at, such as {@code memory}
 * @param advice what to do; empty if all is well
 */
public record Finding(String subject, State state, String found, Optional<String> advice) {

    /** How good it is. */
    public enum State {
        OK,
        /** All commands work, but slowly, or with less in their reports. */
        WARNING,
        /** A command fails. */
        PROBLEM
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, State.OK, found, Optional.empty());
    }

    static Finding warning(String subject, String found, String advice) {
        return new Finding(subject, State.WARNING, found, Optional.of(advice));
    }

    static Finding problem(String subject, String found, String advice) {
        return new Finding(subject, State.PROBLEM, found, Optional.of(advice));
    }

    /** The problem that a message of the form {@code what is wrong; what to do} tells. */
    static Finding problem(String subject, NnException failure) {
        String message = failure.getMessage();
        int end = message.indexOf("; ");
        return end < 0
                ? problem(subject, message, "see 'nn --help'")
                : problem(subject, message.substring(0, end), message.substring(end + 2));
    }
}
