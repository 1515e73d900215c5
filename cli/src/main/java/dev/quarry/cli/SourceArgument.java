package dev.quarry.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import picocli.CommandLine.Parameters;

/// The file that a command reads, or standard input.
final class SourceArgument {
    private static final String STANDARD_INPUT = "-";

    @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = STANDARD_INPUT,
            description = "The file (default, and '-': standard input).")
    private String file;

    boolean isStandardInput() {
        return file.equals(STANDARD_INPUT);
    }

    /// The name as Python's messages give it.
    String name() {
        return isStandardInput() ? "<stdin>" : file;
    }

    /// All bytes of the file.
    byte[] read(Console console) throws IOException {
        if (isStandardInput()) {
            return console.in().readAllBytes();
        }
        Path path = console.resolve(Path.of(file));
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw CommandFailure.badInput("no file " + file + "; name a Python file, or '-' for standard input", e);
        } catch (IOException e) {
            throw CommandFailure.badInput(file + " can't be read (" + e.getMessage() + ")", e);
        }
    }
}
