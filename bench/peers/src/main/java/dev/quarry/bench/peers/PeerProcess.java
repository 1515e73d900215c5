package dev.quarry.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A parser in a process of its own, which reads the files once and then parses all of them whenever it is told to: it
/// gets as warm as it can, and neither its start nor reading files is in its figures.
///
/// The process is a script from this package's resources. It prints a line when it is ready; for each line that it
/// reads it parses all files and prints a line with the nanoseconds of processor time that this took, the bytes that it
/// parsed (of a sample of the files, where a parser is very slow) and the number of files that it refused.
final class PeerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final OutputStream commands;
    private final Path script;

    /// The cost of parsing all files.
    record Answer(long processorTime, long bytes, long refused) {}

    private PeerProcess(Process process, Path script) {
        this.process = process;
        this.script = script;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = process.getOutputStream();
    }

    /// Starts the peer and waits until it has read the files.
    static PeerProcess start(Peer peer, String folder) throws IOException {
        Path script = Files.createTempFile("peer", peer.script().substring(peer.script().lastIndexOf('.')));
        try (InputStream content = PeerProcess.class.getResourceAsStream(peer.script())) {
            Files.write(script, content.readAllBytes());
        }
        Process process = new ProcessBuilder(peer.interpreter(), script.toString(), peer.argument(), folder)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        PeerProcess started = new PeerProcess(process, script);
        started.line();
        return started;
    }

    /// Parses all files once.
    Answer parseAll() {
        try {
            commands.write('\n');
            commands.flush();
            String[] answer = line().split(" ");
            return new Answer(Long.parseLong(answer[0]), Long.parseLong(answer[1]), Long.parseLong(answer[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the peer's process ended; what it printed is above");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        process.destroy();
        Files.deleteIfExists(script);
    }
}
