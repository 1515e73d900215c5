package dev.quarry.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Where a command reads, writes and stands. Text is UTF-8 whatever the locale.
///
/// @param in standard input
/// @param out results; a failed write throws [ClosedOutput]
/// @param err messages and progress
/// @param interactive whether `err` is a terminal, so that a line may be drawn over
/// @param width cells of a line of the terminal that `out` is; [#UNLIMITED] if it is none
/// @param directory what relative paths are relative to
/// @param program how the user calls the launcher, for commands that are shown to be copied
public record Console(InputStream in, OutputStream out, PrintStream err, boolean interactive, int width,
        Path directory, String program) {
    /// The width of a file or a pipe.
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int BUFFER = 1 << 16;

    /// The streams and working directory of this process.
    public static Console ofProcess() {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // The launcher looks at standard error itself: the JDK only tells about input and output together.
        boolean interactive = Boolean.getBoolean("quarry.terminal");
        return new Console(new FileInputStream(FileDescriptor.in), new GuardedOutput(out), err, interactive,
                Integer.getInteger("quarry.width", UNLIMITED), Path.of("").toAbsolutePath(), System.getProperty("quarry.program", "quarry"));
    }

    /// Writes text to standard output.
    public void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a line to standard output.
    public void println(String line) {
        print(line + "\n");
    }

    /// Shows what has been written to standard output, for results that come in the course of minutes.
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A path as the user wrote it, made absolute.
    public Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }

    /// The reader of standard output went away, or it can't be written.
    public static final class ClosedOutput extends IOException {
        private static final long serialVersionUID = 1;

        ClosedOutput(IOException cause) {
            super(cause);
        }
    }

    /// Tells a failed write to standard output from every other IO error.
    private static final class GuardedOutput extends OutputStream {
        private final OutputStream out;

        GuardedOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                throw new ClosedOutput(e);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new ClosedOutput(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw new ClosedOutput(e);
            }
        }
    }
}
