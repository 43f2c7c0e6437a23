package nn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nn.image.GrayPng;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileRequestTest {

    @TempDir
    private static Path scratch;

    private static TrialServer server;

    @BeforeAll
    static void start() {
        server = TrialServer.in(scratch);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @AfterEach
    void othersAreAnsweredAndNothingFailedInside() {
        HttpResponse<String> answer = server.post("/api/predict", PageServerTest.digit(0));
        assertEquals(
                PageServerTest.label(0),
                TrialServer.json(answer).get("predictions").get(0).get("digit").asInt());
        assertEquals(List.of(), server.messages());
    }

    private static Stream<String> brokenRequests() {
        String host = "Host: 127.0.0.1\r\n";
        return Stream.of(
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET /?a=%zz HTTP/1.1\r\n" + host + "\r\n",
                "G\u0000T / HTTP/1.1\r\n" + host + "\r\n",
                "GET http://[ HTTP/1.1\r\n" + host + "\r\n",
                "GET mailto:x HTTP/1.1\r\n" + host + "\r\n",
                "GET /%00 HTTP/1.1\r\n" + host + "\r\n",
                "GET /../../../etc/passwd HTTP/1.1\r\n" + host + "\r\n",
                "GET //etc/passwd HTTP/1.1\r\n" + host + "\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\n" + host + host + "\r\n",
                "GET /watch/events HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\n" + host + "A: " + "x".repeat(100_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\n" + host + "A: x\r\n".repeat(1_000) + "\r\n",
                "GET /" + "x".repeat(1_000_000) + " HTTP/1.1\r\n" + host + "\r\n",
                "POST /api/predict HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
                "POST /api/predict HTTP/1.1\r\n" + host + "Content-Length: many\r\n\r\n",
                "POST /api/predict HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n",
                "POST /api/predict HTTP/1.1\r\n" + host + "Content-Length: 9223372036854775807\r\n\r\nx",
                "POST /api/predict HTTP/1.1\r\n" + host + "Content-Length: 100\r\n\r\nshort",
                "POST /api/predict HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /api/predict HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\nx",
                "POST /api/predict HTTP/1.1\r\n" + host + "Transfer-Encoding: x\r\n\r\n",
                "POST / HTTP/1.1\r\n" + host + "Content-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
                "POST / HTTP/1.1\r\n" + host
                        + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5\r\n\r\n--b\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000");
    }

    /** Each is refused or its connection is closed. */
    @ParameterizedTest
    @MethodSource("brokenRequests")
    void aBrokenRequestIsRefused(String request) throws IOException {
        try (Socket socket = connect()) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertTrue(answer.isEmpty() || answer.matches("HTTP/1.1 [45][0-9]{2}"), answer);
            } catch (SocketException e) {
                // The server has closed it while this still wrote.
                assertTrue(e.getMessage().matches("(?s).*([Rr]eset|[Bb]roken|[Aa]borted).*"), e.getMessage());
            }
        }
    }

    @Test
    void connectionsThatStandStillHinderNobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                Socket socket = connect();
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                String begun = i % 2 == 0
                        ? "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nA: "
                        : "POST /api/predict HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 19000000\r\n\r\nab";
                out.write(begun.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            othersAreAnsweredAndNothingFailedInside();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedAndOthersAreAnsweredMeanwhile() throws Exception {
        byte[] large = GrayPng.encode(new byte[9_000 * 9_000], 9_000, 9_000);
        List<Thread> senders = new ArrayList<>();
        List<Integer> statuses = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 4; i++) {
            Thread sender = new Thread(
                    () -> statuses.add(server.post("/api/predict", large).statusCode()));
            sender.start();
            senders.add(sender);
        }
        othersAreAnsweredAndNothingFailedInside();
        for (Thread sender : senders) {
            sender.join();
        }
        assertEquals(List.of(200, 200, 200, 200), statuses);
        byte[] bomb = "P5 99999 99999 255 ".getBytes(StandardCharsets.US_ASCII);
        assertEquals(422, server.post("/api/predict", bomb).statusCode());
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }
}
