package dev.quarry.extract.scan;

/// What a finished listing adds to the [facts][RepositoryFacts].
///
/// @param files number of files in scope
/// @param considered number of paths considered, in scope or not
/// @param gitDirty whether a tracked file below the root differs from the index, or the index holds changes that are not
///     committed, as far as sizes and times tell without reading content; null when they do not tell, and without git
public record ListingSummary(long files, long considered, Boolean gitDirty) {}
