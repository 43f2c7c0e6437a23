package nn.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import nn.report.Terminal;
import nn.run.StopRequests;
import nn.run.StopSignal;

/**
 * Handles SIGINT, SIGTERM and SIGHUP. Between {@link #enter} and {@link #leave} the first signal asks the training to save
 * and stop, and the second ends the process at once. At other times the first signal ends the process. A shutdown hook would
 * not see a second signal, so this uses the JDK's {@code sun.misc.Signal}. It is called by reflection, because the compiler
 * warns about that class.
 */
final class StopSignals implements StopRequests {

    private volatile boolean canSave;
    private volatile StopSignal received;

    /** Starts to handle the signals. */
    public void install() {
        listen(this::receive);
    }

    /** Makes a signal end the process with a message. For measurements, which have nothing to save. */
    public static void endMeasurement(Terminal terminal) {
        // Not halt: shutdown hooks end the started processes and delete temporary files.
        listen(stop -> terminal.sayLast(
                "interrupted by SIG" + stop + ", so there is no result",
                () -> Runtime.getRuntime().exit(stop.exitCode())));
    }

    /** The first signal, when it arrives. A second one ends the process at once. */
    public static CompletableFuture<StopSignal> first() {
        CompletableFuture<StopSignal> first = new CompletableFuture<>();
        listen(stop -> {
            if (!first.complete(stop)) {
                Runtime.getRuntime().halt(stop.exitCode());
            }
        });
        return first;
    }

    private static void listen(Consumer<StopSignal> receiver) {
        for (StopSignal stop : StopSignal.values()) {
            try {
                handle(stop, receiver);
            } catch (InvocationTargetException e) {
                // The JVM uses this signal itself (-Xrs), or the platform lacks it. It keeps its usual effect.
                continue;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this JDK has no sun.misc.Signal", e);
            }
        }
    }

    private static void handle(StopSignal stop, Consumer<StopSignal> receiver) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object proxied = Proxy.newProxyInstance(
                StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    receiver.accept(stop);
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(stop.name()), proxied);
    }

    /** Synchronized, because two signals at once arrive on two threads. */
    private synchronized void receive(StopSignal stop) {
        if (!canSave || received != null) {
            Runtime.getRuntime().halt(stop.exitCode());
        }
        received = stop;
    }

    @Override
    public synchronized void enter() {
        canSave = true;
    }

    @Override
    public synchronized void leave() {
        canSave = false;
        if (received != null) {
            Runtime.getRuntime().halt(received.exitCode());
        }
    }

    @Override
    public Optional<StopSignal> received() {
        return Optional.ofNullable(received);
    }
}
