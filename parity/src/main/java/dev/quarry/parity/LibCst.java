package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// LibCST, the specification of names and of concrete syntax, as interpreters have it.
///
/// Interpreters run without their packages; the script `libcst.py`, which comes before those that need LibCST, adds the
/// folders in which it may be.
public final class LibCst {
    /// The script that imports LibCST.
    static final String SCRIPT = "libcst.py";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LibCst() {}

    /// The release of LibCST that an interpreter has; empty if it has none.
    public static Optional<String> release(Interpreter interpreter) {
        try (Oracle oracle = new Oracle(interpreter, Resources.text(SCRIPT), PATIENCE)) {
            return Optional.of(oracle.askText("libcst_release", new byte[0])).filter(release -> !release.isEmpty());
        } catch (OracleFailure e) {
            // A LibCST that can't be imported is none.
            return Optional.empty();
        }
    }

    /// The interpreters that have LibCST, one for each release of Python, oldest first.
    public static List<Interpreter> interpreters() {
        return Stream.of(PythonVersion.values()).flatMap(version -> interpreter(version).stream()).toList();
    }

    /// The interpreter of a release of Python that has LibCST.
    public static Optional<Interpreter> interpreter(PythonVersion version) {
        return Interpreters.find(version, interpreter -> release(interpreter).isPresent());
    }
}
