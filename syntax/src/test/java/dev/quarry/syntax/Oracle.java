package dev.quarry.syntax;

import dev.quarry.syntax.Interpreters.Interpreter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/// Asks an interpreter.
public final class Oracle {
    private Oracle() {}

    /// Runs a program with `-c`, isolated, with UTF-8 streams, and returns what it prints. Fails when it fails.
    public static String run(Interpreter interpreter, String program, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(interpreter.executable().toString(), "-I", "-W", "ignore", "-X",
                "utf8", "-c", program));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Thread writer = Thread.ofVirtual().start(() -> write(process, input));
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            writer.join();
            Assertions.assertEquals(0, process.waitFor(), () -> interpreter + " failed");
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A program among the test resources.
    public static String program(String name) {
        try (InputStream stream = Oracle.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The Python files of an interpreter's standard library, its tests included, in path order.
    public static List<Path> standardLibrary(Interpreter interpreter) {
        Path library = Path.of(run(interpreter, "import os; print(os.path.dirname(os.__file__))", "").strip());
        try (Stream<Path> files = Files.walk(library)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .filter(file -> !file.toString().contains("site-packages"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Process process, String input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program ended before it had read everything; its exit status tells whether that is an error.
        }
    }
}
