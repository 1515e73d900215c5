package dev.quarry.parity;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Compares many sources with one interpreter, several at a time, and tells the outcomes in the order of the sources.
///
/// @param kind what is compared
/// @param workers how many interpreters work side by side
/// @param patience how long an interpreter may take for a source
public record ParityRun(ComparisonKind kind, int workers, Duration patience) {
    /// Sources under way or waiting for one that takes longer.
    private static final int WINDOW = 64;

    /// Takes the outcome of each source, in order.
    @FunctionalInterface
    public interface Listener {
        void compared(String name, Outcome outcome);
    }

    /// An interpreter with what one thread needs to compare with it.
    private record Lane(Oracle oracle, Comparison comparison) {}

    private record Task(Source source, Future<Outcome> outcome) {}

    /// Compares sources with one interpreter.
    ///
    /// @throws InterruptedException when the thread is interrupted; workers and interpreters have ended
    public ParityReport run(Interpreter interpreter, Iterator<Source> sources, Listener listener)
            throws InterruptedException {
        List<Lane> lanes = Stream.generate(kind::comparison).limit(workers)
                .map(comparison -> new Lane(new Oracle(interpreter, comparison.script(), patience), comparison)).toList();
        BlockingQueue<Lane> idle = new ArrayBlockingQueue<>(workers, false, lanes);
        Deque<Task> window = new ArrayDeque<>();
        Count count = new Count();
        ExecutorService threads = Executors.newFixedThreadPool(workers,
                Thread.ofPlatform().daemon().name("parity-", 0).factory());
        try {
            while (sources.hasNext()) {
                Source source = sources.next();
                window.add(new Task(source, threads.submit(() -> compare(source, idle))));
                if (window.size() == WINDOW) {
                    count.add(window.remove(), listener);
                }
            }
            while (!window.isEmpty()) {
                count.add(window.remove(), listener);
            }
        } finally {
            threads.shutdownNow();
            lanes.forEach(lane -> lane.oracle.close());
            threads.close();
        }
        return new ParityReport(interpreter, count.files, count.different, count.refused, count.notCompared);
    }

    private static Outcome compare(Source source, BlockingQueue<Lane> idle) throws InterruptedException {
        Lane lane = idle.take();
        try {
            return lane.comparison.compare(source.read(), lane.oracle);
        } catch (IOException e) {
            return new Outcome.NotCompared("can't be read: " + e.getMessage());
        } catch (OracleFailure e) {
            return new Outcome.NotCompared(e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // An invariant of ours is broken: for the user a difference like any other, and the other files count.
            StackTraceElement[] trace = e.getStackTrace();
            return new Outcome.Different(new Difference("exception", "", "none",
                    e + (trace.length == 0 ? "" : " at " + trace[0])));
        } finally {
            idle.add(lane);
        }
    }

    private static final class Count {
        int files;
        int different;
        int refused;
        int notCompared;

        void add(Task task, Listener listener) throws InterruptedException {
            Outcome outcome;
            try {
                outcome = task.outcome.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("comparing " + task.source.name() + " failed", e.getCause());
            }
            files++;
            switch (outcome) {
                case Outcome.Same() -> { }
                case Outcome.BothRefuse() -> refused++;
                case Outcome.Different(Difference difference) -> different++;
                case Outcome.NotCompared(String reason) -> notCompared++;
            }
            listener.compared(task.source.name(), outcome);
        }
    }
}
