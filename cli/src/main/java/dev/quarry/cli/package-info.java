/// The `quarry` command: arguments and configuration in, text and exit codes out.
///
/// [Quarry] is the entry point. Each command is a class; what it computes is in the other modules. `version`, `help` and
/// `ast` load neither DuckDB nor Delta.
package dev.quarry.cli;
