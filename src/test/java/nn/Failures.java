package nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.NnException.Kind;
import org.junit.jupiter.api.function.Executable;

/** Demands of an expected failure that its message is fit for the user: one line, the file, what is wrong, what to do. */
public final class Failures {

    private Failures() {}

    public static NnException assertFails(Kind kind, Object file, String whatIsWrong, Executable action) {
        NnException e = assertThrows(NnException.class, action);
        assertEquals(kind, e.kind(), e.getMessage());
        assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
        assertTrue(e.getMessage().contains(whatIsWrong), e.getMessage());
        assertTrue(e.getMessage().contains("; "), e.getMessage());
        assertFalse(e.getMessage().chars().anyMatch(Character::isISOControl), e.getMessage());
        return e;
    }
}
