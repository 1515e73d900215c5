package dev.quarry.syntax.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.TestInterpreters;
import dev.quarry.syntax.PythonVersion;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The modules of the standard library are those of the interpreters.
class StandardLibraryTest {
    /// Pyodide's own names begin with three underscores.
    private static final String LISTED = """
            import sys
            print(*(name for name in sys.stdlib_module_names if not name.startswith('___')))
            """;
    private static final String INSTALLED = """
            import os, sys
            names = set(sys.builtin_module_names)
            folder = os.path.dirname(os.__file__)
            for place in (folder, os.path.join(folder, 'lib-dynload')):
                for name in os.listdir(place):
                    path = os.path.join(place, name)
                    if name.endswith(('.py', '.so')) or os.path.exists(os.path.join(path, '__init__.py')):
                        names.add(name.split('.')[0])
            print(*(name for name in names if 'test' not in name and not name.startswith('_sysconfigdata')))
            """;
    /// Examples for writers of extension modules.
    private static final Set<String> EXAMPLES = Set.of("xxlimited", "xxsubtype", "_xxsubinterpreters", "__phello__");

    @ParameterizedTest
    @MethodSource("versions")
    void areThoseOfTheInterpreter(PythonVersion version) {
        boolean listed = version.isAtLeast(PythonVersion.PY310);
        Set<String> expected = Arrays.stream(
                TestInterpreters.run(version, listed ? LISTED : INSTALLED, "").strip().split(" "))
                .filter(name -> listed || !EXAMPLES.contains(name) && !name.startsWith("_test"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual = StandardLibrary.all().stream().filter(name -> StandardLibrary.contains(version, name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (listed) {
            assertEquals(expected, actual);
        } else {
            // An installation lacks the modules of other platforms.
            Set<String> unknown = new TreeSet<>(expected);
            unknown.removeAll(actual);
            assertEquals(Set.of(), unknown);
            actual.removeAll(expected);
            assertTrue(actual.size() < 20, actual::toString);
            actual.forEach(name -> assertTrue(StandardLibrary.contains(PythonVersion.PY310, name), name));
        }
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.values());
    }
}
