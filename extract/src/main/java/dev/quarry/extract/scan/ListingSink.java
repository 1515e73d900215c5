package dev.quarry.extract.scan;

/// Receives a listing as it goes. Paths arrive in the order of their UTF-8 bytes within each working tree, so that the
/// order depends on nothing but the names.
public interface ListingSink {
    /// A file in scope. Its [scope row][ListedFile#scope()] does not come again through [#outOfScope].
    void file(ListedFile file);

    /// A path that is not in scope, or a directory that was pruned as a whole.
    void outOfScope(ScopeEntry entry);

    /// Something that could not be read. The listing goes on.
    void problem(ScanProblem problem);
}
