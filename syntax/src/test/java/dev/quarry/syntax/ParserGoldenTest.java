package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// One source per area of the grammar with its tree beside it. A first line `# python 3.14` chooses the version.
class ParserGoldenTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/golden/parser");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> treesAreAsRecorded() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            sources = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
        }
        assertFalse(sources.isEmpty(), "no sources in " + DIRECTORY);
        return sources.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        byte[] source = Files.readAllBytes(file);
        SyntaxTree tree = new Parser().parse(source, ParseOptions.module(versionOf(source)));
        TreeInvariants.check(tree);
        String actual = TreePrinter.print(tree);
        Path golden = Path.of(file.toString().replaceFirst("\\.py$", ".tree"));
        if (UPDATE) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual, () -> file + " (rewrite with -Dgolden.update=true)");
    }

    private static PythonVersion versionOf(byte[] source) {
        String firstLine = new String(source, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        String prefix = "# python ";
        return firstLine.startsWith(prefix)
                ? PythonVersion.parse(firstLine.substring(prefix.length())).orElseThrow() : PythonVersion.newest();
    }
}
