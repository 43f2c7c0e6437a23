package nn.checkpoint;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nn.ChildJvm;
import nn.NnException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RunLockTest {

    @TempDir
    private Path directory;

    /** Takes the lock on the directory given, says so, and holds it until its input ends. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (RunLock lock = RunLock.acquire(new RunDirectory(Path.of(arguments[0])))) {
                System.out.println("holds " + lock.directory().path());
                System.in.read();
            }
        }
    }

    private Process holder() throws IOException {
        Process process = ChildJvm.start("exec \"$@\"", List.of(), Holder.class, directory);
        BufferedReader reader = process.inputReader();
        assertEquals("holds " + directory, reader.readLine());
        return process;
    }

    @Test
    void secondProcessIsRefusedAndHearsWhoHoldsIt() throws Exception {
        Process holder = holder();
        try {
            String who = "process " + holder.pid() + " is training into this directory";
            assertFails(Kind.ENVIRONMENT, directory, who, this::take);
            assertFails(Kind.ENVIRONMENT, directory, who, this::take);
        } finally {
            holder.getOutputStream().close();
            assertTrue(holder.waitFor(30, TimeUnit.SECONDS));
        }
        take();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "123456789012345678901"})
    void whoHoldsItIsNotGuessedFromAFileThatDoesNotSaySo(String text) throws Exception {
        Process holder = holder();
        try {
            Files.writeString(directory.resolve(RunLock.FILE), text);
            assertFails(Kind.ENVIRONMENT, directory, "another process is training into this directory", this::take);
        } finally {
            holder.getOutputStream().close();
            assertTrue(holder.waitFor(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void killedProcessLocksNobodyOut() throws Exception {
        Process holder = holder();
        holder.destroyForcibly();
        assertTrue(holder.waitFor(30, TimeUnit.SECONDS));
        assertTrue(Files.exists(directory.resolve(RunLock.FILE)));
        take();
    }

    @Test
    void lockOfThisProcessRefusesOthersAndSurvivesASecondAttemptInside() throws IOException {
        try (RunLock lock = RunLock.acquire(new RunDirectory(directory))) {
            assertEquals(directory, lock.directory().path());
            assertFails(Kind.ENVIRONMENT, directory, "this process", this::take);
            Path link = directory.resolve("link");
            Files.createSymbolicLink(link, Path.of("."));
            assertFails(Kind.ENVIRONMENT, link, "this process", () -> RunLock.acquire(new RunDirectory(link)));
            ChildJvm.Result second = ChildJvm.run("exec \"$@\"", List.of(), Holder.class, directory);
            assertTrue(
                    second.output()
                            .contains("process " + ProcessHandle.current().pid() + " is training"),
                    second.output());
        }
        take();
    }

    private void take() {
        try (RunLock lock = RunLock.acquire(new RunDirectory(directory))) {
            assertEquals(directory, lock.directory().path());
        }
    }
}
