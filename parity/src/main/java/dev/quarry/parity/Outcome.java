package dev.quarry.parity;

/// What comparing one file gave.
public sealed interface Outcome {
    /// All facts are the same.
    record Same() implements Outcome {}

    /// CPython refuses the file, and so does Quarry.
    record BothRefuse() implements Outcome {}

    /// A fact differs.
    record Different(Difference difference) implements Outcome {}

    /// The interpreter or the file system gave no answer.
    ///
    /// @param reason what happened
    record NotCompared(String reason) implements Outcome {}
}
