package dev.quarry.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A command line that was run in this process, with what it printed.
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(Path directory, String... args) {
        return withInput(directory, "", args);
    }

    static CommandRun withInput(Path directory, String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, Console.UNLIMITED,
                directory.toAbsolutePath(), "quarry");
        int exitCode = Quarry.run(console, args);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
