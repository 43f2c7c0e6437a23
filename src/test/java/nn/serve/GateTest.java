package nn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8484, , true",
        "localhost:8484, , true",
        "LOCALHOST, , true",
        "[::1]:8484, , true",
        ", , false",
        "evil.example, , false",
        "evil.example:8484, , false",
        "localhost.evil.example, , false",
        "127.0.0.1.evil.example, , false",
        "192.168.1.7:8484, , false",
        "127.0.0.1:8484, http://127.0.0.1:8484, true",
        "127.0.0.1:8484, http://localhost:8484, false",
        "127.0.0.1:8484, http://127.0.0.1:9999, false",
        "127.0.0.1:8484, https://127.0.0.1:8484, false",
        "127.0.0.1:8484, http://evil.example, false",
        "127.0.0.1:8484, null, false"
    })
    void onlyRequestsForThisMachineFromItsOwnPageAreLetIn(String host, String origin, boolean letIn) {
        assertEquals(letIn, passes(new Gate("127.0.0.1", false), host, origin));
    }

    /** DNS rebinding needs a name; nobody's page has an address of this machine for its origin. */
    @ParameterizedTest
    @CsvSource({
        "192.168.1.7:8484, , true",
        "[fe80::1]:8484, , true",
        "box.lan:8484, , true",
        "evil.example:8484, , false",
        "192.168.1.7:8484, http://evil.example, false"
    })
    void anOpenServerTakesAddressesAndItsOwnName(String host, String origin, boolean letIn) {
        assertEquals(letIn, passes(new Gate("box.lan", true), host, origin));
    }

    private static boolean passes(Gate gate, String host, String origin) {
        Headers headers = new Headers();
        if (host != null) {
            headers.add("Host", host);
        }
        if (origin != null) {
            headers.add("Origin", origin);
        }
        try {
            gate.check(headers);
            return true;
        } catch (Refusal e) {
            assertEquals(403, e.status());
            return false;
        }
    }
}
