package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.Interpreters.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every file of a standard library that its interpreter can parse parses without a diagnostic, and no other does.
class StandardLibraryTest {
    /// Prints those of the files on standard input that do not parse.
    private static final String REFUSED = """
            import ast, sys
            for path in sys.stdin.read().splitlines():
                try:
                    with open(path, 'rb') as file:
                        ast.parse(file.read())
                except (SyntaxError, ValueError):
                    print(path)
            """;

    @ParameterizedTest
    @EnumSource(value = PythonVersion.class, names = {"PY39", "PY310", "PY311", "PY312", "PY313"})
    void diagnosesWhatTheInterpreterRefuses(PythonVersion version) throws IOException {
        Assumptions.assumeTrue(version == PythonVersion.newest() || Interpreters.areRequired(),
                "only the newest release unless -Dquarry.oracles=required");
        Interpreter interpreter = Interpreters.require(version);
        List<Path> files = Oracle.standardLibrary(interpreter);
        String names = files.stream().map(Path::toString).collect(Collectors.joining("\n"));
        Set<String> refused = new HashSet<>(Oracle.run(interpreter, REFUSED, names).lines().toList());
        Parser parser = new Parser();
        ParseOptions options = new ParseOptions(version, ParseOptions.ParseMode.EXEC, false);
        List<String> differences = new ArrayList<>();
        for (Path file : files) {
            SyntaxTree tree = parser.parse(Files.readAllBytes(file), options);
            TreeInvariants.check(tree);
            if (tree.diagnostics().isEmpty() == refused.contains(file.toString())) {
                differences.add(file + ": " + (tree.diagnostics().isEmpty() ? "accepted"
                        : tree.diagnostics().getFirst()));
            }
        }
        assertEquals(List.of(), differences);
    }
}
