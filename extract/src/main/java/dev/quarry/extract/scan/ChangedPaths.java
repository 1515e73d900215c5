package dev.quarry.extract.scan;

import java.util.Set;

/// The paths that differ between two commits.
///
/// @param paths escaped as [PathText] says, relative to the repository root
record ChangedPaths(Set<String> paths) {
    boolean contains(String path) {
        return paths.contains(path);
    }
}
