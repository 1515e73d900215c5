package dev.quarry.parity;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Asks one interpreter, which runs in a child process. For one thread at a time.
///
/// A question is the name of a function of the oracle's script, its arguments and bytes; the answer is bytes. The
/// child starts with the first question. When it dies or exceeds the time it is ended, the question fails, and the
/// next question starts another child.
///
/// Protocol: a question is `length` `name and arguments` `length` `bytes`, an answer `status` `length` `bytes`, with
/// lengths as big-endian 32-bit numbers and the status 0 for an answer, 1 for the text of an exception. The first
/// question of a child is `load` with the script.
public final class Oracle implements AutoCloseable {
    /// How long an answer may take, unless said otherwise.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int ANSWER = 0;
    /// What a corrupt length would exceed.
    private static final int MAX_ANSWER = 1 << 30;

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("oracle-watch").factory());

    private final Interpreter interpreter;
    private final String script;
    private final Duration patience;
    private volatile Process process;
    private DataOutputStream questions;
    private DataInputStream answers;

    /// @param script Python source that defines the functions that are asked for, from `bytes` and `str` arguments to
    ///        `bytes` or `str`
    /// @param patience how long an answer may take
    public Oracle(Interpreter interpreter, String script, Duration patience) {
        this.interpreter = interpreter;
        this.script = script;
        this.patience = patience;
    }

    public Interpreter interpreter() {
        return interpreter;
    }

    /// Calls a function of the script.
    ///
    /// @param question the function's name and its string arguments, separated by spaces
    /// @throws OracleFailure when the interpreter raises an exception, dies or takes too long
    public byte[] ask(String question, byte[] payload) throws OracleFailure {
        if (process == null) {
            start();
        }
        return exchange(question, payload);
    }

    /// [#ask] for a function that answers with a text.
    public String askText(String question, byte[] payload) throws OracleFailure {
        return new String(ask(question, payload), StandardCharsets.UTF_8);
    }

    /// Runs a program of ours and returns what it prints.
    ///
    /// @param input its standard input
    /// @param arguments its arguments, without spaces
    public String run(String program, String input, String... arguments) throws OracleFailure {
        byte[] source = program.getBytes(StandardCharsets.UTF_8);
        byte[] text = input.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[source.length + text.length];
        System.arraycopy(source, 0, payload, 0, source.length);
        System.arraycopy(text, 0, payload, source.length, text.length);
        return askText(String.join(" ", List.of("run", Integer.toString(source.length), String.join(" ", arguments)))
                .strip(), payload);
    }

    /// Ends the child; any thread may do so, and a question under way fails.
    @Override
    public void close() {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private void start() throws OracleFailure {
        try {
            process = new ProcessBuilder(interpreter.command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new OracleFailure(interpreter + " can't be started: " + e.getMessage(), e);
        }
        questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        exchange("load", script.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] exchange(String question, byte[] payload) throws OracleFailure {
        Process asked = process;
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> watch = WATCH.schedule(() -> {
            late.set(true);
            asked.destroyForcibly();
        }, patience.toMillis(), TimeUnit.MILLISECONDS);
        int status;
        byte[] answer;
        try {
            send(question.getBytes(StandardCharsets.UTF_8));
            send(payload);
            questions.flush();
            status = answers.readUnsignedByte();
            int length = answers.readInt();
            if (length < 0 || length > MAX_ANSWER) {
                throw new IOException("an answer of " + length + " bytes");
            }
            answer = answers.readNBytes(length);
            if (answer.length < length) {
                throw new IOException("an answer broken off");
            }
        } catch (IOException e) {
            close();
            throw new OracleFailure(late.get() ? "no answer in " + patience.toSeconds() + " s"
                    : "the interpreter ended" + exitStatus(asked), e);
        } finally {
            watch.cancel(false);
        }
        if (status != ANSWER) {
            throw new OracleFailure(new String(answer, StandardCharsets.UTF_8));
        }
        return answer;
    }

    private void send(byte[] bytes) throws IOException {
        questions.writeInt(bytes.length);
        questions.write(bytes);
    }

    private static String exitStatus(Process ended) {
        try {
            return ended.waitFor(1, TimeUnit.SECONDS) ? " with status " + ended.exitValue() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
