package dev.quarry.syntax.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.parity.TestInterpreters;
import dev.quarry.syntax.PythonVersion;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The builtins are those of the interpreters.
class BuiltinNamesTest {
    /// Pyodide's own names begin with three underscores.
    private static final String PROGRAM = """
            import builtins, site, types
            site.setquit(), site.setcopyright(), site.sethelper()
            names = {name for name in dir(builtins) + dir(types.ModuleType) if hasattr(builtins, name)}
            print(*(name for name in names if not name.startswith('___')))
            """;

    @ParameterizedTest
    @MethodSource("versions")
    void areThoseOfTheInterpreter(PythonVersion version) {
        Set<String> expected = Arrays.stream(TestInterpreters.run(version, PROGRAM, "").strip().split(" "))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual = BuiltinNames.all().stream().filter(name -> BuiltinNames.contains(version, name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, actual);
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.values());
    }
}
