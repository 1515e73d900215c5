package dev.quarry.extract.names;

/// One alias of an import statement, as written.
///
/// @param isFrom `from … import …`
/// @param module dotted name, without the dots of a relative import; null in `from . import x`
/// @param level leading dots
/// @param name imported name of a from-import; null for a module and for `*`
/// @param isRenamed whether it has an `as`
public record Import(boolean isFrom, String module, int level, String name, boolean isRenamed) {}
