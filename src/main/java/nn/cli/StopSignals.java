package nn.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Consumer;
import nn.report.Terminal;
import nn.run.StopRequests;
import nn.run.StopSignal;

/**
 * SIGINT, SIGTERM and SIGHUP. While a training runs the first asks it to save and stop, the second ends the process at once;
 * outside of {@link #enter} and {@link #leave} already the first does. A shutdown hook would hear only of the first, so this
 * uses the JDK's {@code sun.misc.Signal}, by reflection, as the compiler warns of that class.
 */
final class StopSignals implements StopRequests {

    private volatile boolean canSave;
    private volatile StopSignal received;

    /** Listens from now on to the end of the process. */
    public void install() {
        listen(this::receive);
    }

    /** For a measurement, which has nothing to save: from now on a signal ends the process, as it usually does, and says so. */
    public static void endMeasurement(Terminal terminal) {
        // Not halt: what it has started and written is cleared away by shutdown hooks.
        listen(stop -> terminal.sayLast(
                "interrupted by SIG" + stop + ", so there is no result",
                () -> Runtime.getRuntime().exit(stop.exitCode())));
    }

    private static void listen(Consumer<StopSignal> receiver) {
        for (StopSignal stop : StopSignal.values()) {
            try {
                handle(stop, receiver);
            } catch (InvocationTargetException e) {
                // This signal is the JVM's own (-Xrs), or unknown on this platform: it keeps its usual effect.
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

    /** Two signals at once come on two threads; one of them is the second. */
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
