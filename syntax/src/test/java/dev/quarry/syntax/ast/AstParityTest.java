package dev.quarry.syntax.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.Interpreters;
import dev.quarry.syntax.PythonVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of CPython's own library, its tests included, has the AST that CPython gives it. Without
/// `-Dquarry.oracles=required` only the newest release that is there.
class AstParityTest {
    @ParameterizedTest
    @MethodSource("versions")
    void standardLibrary(PythonVersion version) throws Exception {
        AstParity.Result result = new AstParity(Interpreters.require(version)).compare(List.of());

        assertTrue(result.compared() > 1000, () -> "only " + result.compared() + " files were compared");
        assertEquals("", String.join("\n", result.differences()));
    }

    static Stream<PythonVersion> versions() {
        Stream<PythonVersion> released = Stream.of(PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312, PythonVersion.PY313);
        return Interpreters.areRequired() ? released
                : Stream.of(released.filter(version -> Interpreters.of(version).isPresent())
                        .reduce((older, newer) -> newer).orElse(PythonVersion.newest()));
    }
}
