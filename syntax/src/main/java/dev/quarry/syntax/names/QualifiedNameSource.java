package dev.quarry.syntax.names;

/// Where a qualified name comes from; the constants are those of LibCST's `QualifiedNameSource`.
public enum QualifiedNameSource {
    /// An import: the name is that of the imported object.
    IMPORT,
    /// The module `builtins`.
    BUILTIN,
    /// The file itself.
    LOCAL
}
