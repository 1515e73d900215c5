package dev.quarry.syntax.cst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// One source per area of the grammar with its nodes beside it. Each is also compared with LibCST, by `CstParityTest`,
/// except for those that LibCST's releases read differently or not at all: `recovery.py` and `python3*.py`. A first line
/// `# python 3.14` chooses the version.
class CstGoldenTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/golden/cst");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> nodesAreAsRecorded() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            sources = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
        }
        assertFalse(sources.isEmpty(), "no sources in " + DIRECTORY);
        return sources.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        byte[] source = Files.readAllBytes(file);
        CstProjector projector = new CstProjector();
        String actual = project(projector, source, false, file);
        Path golden = Path.of(file.toString().replaceFirst("\\.py$", ".cst"));
        if (UPDATE) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual, () -> file + " (rewrite with -Dgolden.update=true)");
        assertEquals(actual, project(projector, source, true, file), () -> file + " with type comments");
    }

    private static String project(CstProjector projector, byte[] source, boolean typeComments, Path file) {
        SyntaxTree tree = new Parser().parse(source,
                new ParseOptions(versionOf(source), ParseMode.EXEC, typeComments));
        CstTable table = projector.project(tree);
        if (file.endsWith("recovery.py")) {
            assertFalse(tree.diagnostics().isEmpty());
            CstInvariants.check(table);
        } else {
            CstInvariants.checkValid(table);
        }
        return CstPrinter.print(table);
    }

    private static PythonVersion versionOf(byte[] source) {
        String firstLine = new String(source, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        String prefix = "# python ";
        return firstLine.startsWith(prefix)
                ? PythonVersion.parse(firstLine.substring(prefix.length())).orElseThrow() : PythonVersion.PY311;
    }
}
