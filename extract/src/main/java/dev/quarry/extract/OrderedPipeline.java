package dev.quarry.extract;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Runs tasks on a fixed number of workers and hands their results on in the order of the tasks.
///
/// At most `window` tasks are between being taken from the source and being handed on, so memory is bounded however
/// many tasks there are and however unevenly they take. The results are handed on by the calling thread.
///
/// @param <T> task
/// @param <R> result
final class OrderedPipeline<T, R> {

    /// Owns the buffers of one thread.
    ///
    /// @param <T> task
    /// @param <R> result
    interface Worker<T, R> {
        R apply(T task) throws Exception;
    }

    /// Takes results on the calling thread, in task order.
    ///
    /// @param <R> result
    interface Sink<R> {
        void accept(R result) throws Exception;
    }

    private final int workers;
    private final int window;

    OrderedPipeline(int workers, int window) {
        this.workers = workers;
        this.window = Math.max(window, workers);
    }

    /// Goes through all tasks. The first failure of a worker or of the sink ends the run and is rethrown; results
    /// that were computed and not handed on are closed when they are [AutoCloseable].
    void run(Iterator<T> tasks, Supplier<Worker<T, R>> workerFactory, Sink<R> sink) throws Exception {
        BlockingQueue<Worker<T, R>> idle = new ArrayBlockingQueue<>(workers);
        for (int i = 0; i < workers; i++) {
            idle.add(workerFactory.get());
        }
        ArrayDeque<Future<R>> pending = new ArrayDeque<>(window);
        try (ExecutorService executor = Executors.newFixedThreadPool(workers,
                Thread.ofPlatform().name("quarry-worker-", 1).daemon().factory())) {
            try {
                while (tasks.hasNext()) {
                    T task = tasks.next();
                    pending.add(executor.submit(() -> applyOnIdle(idle, task)));
                    if (pending.size() == window) {
                        sink.accept(result(pending));
                    }
                }
                while (!pending.isEmpty()) {
                    sink.accept(result(pending));
                }
            } finally {
                executor.shutdownNow();
                executor.awaitTermination(1, TimeUnit.MINUTES);
                discard(pending);
            }
        }
    }

    private R applyOnIdle(BlockingQueue<Worker<T, R>> idle, T task) throws Exception {
        Worker<T, R> worker = idle.take();
        try {
            return worker.apply(task);
        } finally {
            idle.add(worker);
        }
    }

    private R result(ArrayDeque<Future<R>> pending) throws Exception {
        try {
            return pending.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private void discard(ArrayDeque<Future<R>> pending) throws Exception {
        for (Future<R> future : pending) {
            if (future.state() == Future.State.SUCCESS && future.resultNow() instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
