package dev.quarry.syntax.resolve;

/// Where a reference or call leads, or one of the places where it may lead.
public sealed interface Target {
    /// A binding in some file: of a function, a class or another name.
    ///
    /// @param file as numbered by the [ModuleIndex]
    /// @param binding as numbered by the file's [NameFacts]
    record Definition(int file, int binding) implements Target {}

    /// A lambda.
    ///
    /// @param start offset of its first byte
    record Lambda(int file, int start) implements Target {}

    /// A module or namespace package of the repository.
    record Module(String name) implements Target {}

    /// Something outside the repository, by the dotted path that leads there: `os.path.join`, `builtins.len`.
    record External(String path) implements Target {}

    /// What cannot be known.
    record Unknown(Unresolved reason) implements Target {}
}
