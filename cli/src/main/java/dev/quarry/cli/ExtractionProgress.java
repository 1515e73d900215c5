package dev.quarry.cli;

import dev.quarry.extract.ProgressListener;
import java.io.PrintStream;
import java.time.Duration;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows on standard error how an extraction gets on: a bar on a terminal, elsewhere a line every few seconds.
abstract sealed class ExtractionProgress implements ProgressListener, AutoCloseable {
    final PrintStream err;

    private ExtractionProgress(PrintStream err) {
        this.err = err;
    }

    static ExtractionProgress on(Console console) {
        return console.interactive() ? new Bar(console.err()) : new Lines(console.err());
    }

    @Override
    public void message(String text) {
        err.println("quarry: " + text);
    }

    /// Ends what is drawn.
    @Override
    public abstract void close();

    /// A bar that is drawn over, one for each stage, gone when the stage ends.
    private static final class Bar extends ExtractionProgress {
        private static final int WIDTH = 79;
        private static final int INTERVAL_MILLIS = 100;
        private static final String ERASE_LINE = "\r\u001b[K";

        private ProgressBar bar;

        private Bar(PrintStream err) {
            super(err);
        }

        @Override
        public void stage(String name, long total, String unit) {
            close();
            // The library's own console consumer would ask JLine for the terminal, which unpacks a native library.
            bar = new ProgressBarBuilder().setTaskName(name).setInitialMax(total).setUnit(" " + unit, 1)
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(INTERVAL_MILLIS)
                    .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH)).build();
        }

        private void draw(String line) {
            err.print("\r" + line);
            err.flush();
        }

        @Override
        public void advanced(long done) {
            bar.stepTo(done);
        }

        @Override
        public void message(String text) {
            err.print(ERASE_LINE);
            super.message(text);
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                bar = null;
                err.print(ERASE_LINE);
                err.flush();
            }
        }
    }

    /// Lines for a log, and none for a run that ends soon.
    private static final class Lines extends ExtractionProgress {
        private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

        private String stage;
        private String unit;
        private long total;
        private long last = System.nanoTime();

        private Lines(PrintStream err) {
            super(err);
        }

        @Override
        public void stage(String name, long total, String unit) {
            this.stage = name;
            this.total = total;
            this.unit = unit;
        }

        @Override
        public void advanced(long done) {
            long now = System.nanoTime();
            if (now - last >= INTERVAL_NANOS) {
                last = now;
                err.println("quarry: " + stage + ": " + unit + " " + done + (total < 0 ? "" : " of " + total));
            }
        }

        @Override
        public void close() {}
    }
}
