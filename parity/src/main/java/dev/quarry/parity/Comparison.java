package dev.quarry.parity;

/// One kind of fact that Quarry and CPython tell about a file. For one thread at a time.
public interface Comparison {
    /// Python source of the functions that [#compare] asks for; see [Oracle].
    String script();

    /// Compares a file, given as its bytes, with what the oracle's interpreter says.
    ///
    /// @throws OracleFailure when the interpreter gives no answer
    Outcome compare(byte[] file, Oracle oracle) throws OracleFailure;
}
