/// Compares Quarry's front end with real CPython interpreters, file by file.
///
/// Start with [dev.quarry.parity.ParityRun]. [dev.quarry.parity.Interpreters] finds interpreters,
/// [dev.quarry.parity.Oracle] asks one of them in a child process, a [dev.quarry.parity.Comparison] knows one kind of
/// fact. Of the compared files nothing is ever executed: interpreters parse and compile them, in isolated mode.
package dev.quarry.parity;
