package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.util.List;

/// A CPython that can be asked, by starting a worker of the [Oracle].
///
/// @param version the language's version
/// @param release the interpreter's own version, e.g. `3.13.0` or `3.15.0rc1`
/// @param location what to call it: the executable or the npm package
/// @param command starts a worker that speaks the protocol of [Oracle]
public record Interpreter(PythonVersion version, String release, String location, List<String> command) {
    public Interpreter {
        command = List.copyOf(command);
    }

    @Override
    public String toString() {
        return "CPython " + release + " (" + location + ")";
    }
}
