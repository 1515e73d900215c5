package dev.quarry.extract.scan;

/// One row of `python_extensions_v1`: an extension that makes a file Python.
///
/// @param extension lower case, with its dot
/// @param source `default`, `option` or `config`
/// @param repoRoot root of the working tree it applies to, `.` for the repository itself
public record PythonExtension(String extension, String source, String repoRoot) {}
