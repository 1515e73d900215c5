package dev.quarry.syntax.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// One source per feature, with what its names stand for beside it. A test of the module parity asks LibCST the same.
class QualifiedNamesGoldenTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/golden/names");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> namesAreAsRecorded() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            sources = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
        }
        assertFalse(sources.isEmpty(), "no sources in " + DIRECTORY);
        return sources.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        SyntaxTree tree = new Parser().parse(Files.readAllBytes(file), ParseOptions.module(PythonVersion.PY313));
        assertEquals(List.of(), tree.diagnostics());
        String actual = NamePrinter.print(new QualifiedNameAnalyzer().analyze(tree));
        Path golden = Path.of(file.toString().replaceFirst("\\.py$", ".txt"));
        if (UPDATE) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual, () -> file + " (rewrite with -Dgolden.update=true)");
    }
}
