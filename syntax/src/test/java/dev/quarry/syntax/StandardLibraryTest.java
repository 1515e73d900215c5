package dev.quarry.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Trees of real files, read with the grammar of their release and with one that lacks much of what they use.
class StandardLibraryTest {
    @ParameterizedTest
    @EnumSource(value = PythonVersion.class, names = {"PY38", "PY313"})
    void treesAreWellFormed(PythonVersion version) throws IOException {
        Parser parser = new Parser();
        for (Path file : PythonLibraries.newest()) {
            TreeInvariants.check(parser.parse(Files.readAllBytes(file), ParseOptions.module(version)));
        }
    }
}
