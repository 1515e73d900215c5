package dev.quarry.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import picocli.CommandLine.Command;

/// `quarry version`
@Command(name = "version", description = "Print the versions of Quarry and of the Java that runs it.")
final class VersionCommand extends QuarryCommand {

    @Override
    int run(Console console) {
        console.println("quarry " + version() + " (Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ")");
        return ExitCode.DONE;
    }

    /// The version in the POM.
    static String version() {
        try (InputStream resource = VersionCommand.class.getResourceAsStream("version.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
