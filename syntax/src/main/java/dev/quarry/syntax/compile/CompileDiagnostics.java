package dev.quarry.syntax.compile;

import dev.quarry.syntax.Diagnostic;
import java.util.List;

/// What CPython says when it compiles a module that parses.
///
/// @param errors of stage COMPILE; the one that CPython raises is the first, the others are those that it would have
///     met later in its order of reading. Empty for a module that compiles.
/// @param warnings in the order of CPython: those of tokens and literals first. Never errors.
public record CompileDiagnostics(List<Diagnostic> errors, List<Diagnostic> warnings) {
    static final CompileDiagnostics NONE = new CompileDiagnostics(List.of(), List.of());

    public CompileDiagnostics {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
