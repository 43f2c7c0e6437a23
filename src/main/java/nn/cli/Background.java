package nn.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs work in parallel to the command, such as loading a model or the native libraries. */
final class Background {

    private Background() {}

    /** Starts the work on a daemon thread. */
    static <T> Future<T> start(Supplier<T> work) {
        // Not a lambda or method reference: linking the program's first one takes 10 ms.
        FutureTask<T> task = new FutureTask<>(new Callable<>() {
            @Override
            public T call() {
                return work.get();
            }
        });
        Thread thread = new Thread(task, "nn-background");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Waits for the result, or throws what the work threw. */
    static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading", e);
        }
    }
}
