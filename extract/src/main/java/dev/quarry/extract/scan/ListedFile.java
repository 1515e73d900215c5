package dev.quarry.extract.scan;

import java.nio.file.Path;

/// A file in scope, known by its directory entry and the git index; its content has not been hashed.
///
/// @param path relative to the root, `/` separated, escaped as [PathText] says: the `path` of every table
/// @param location the file itself; opens it also where the name is not UTF-8 or the locale cannot spell it, which a path
///     made from text may not
/// @param sizeBytes size of the content at listing time
/// @param mtimeNs modification time, nanoseconds since 1970 UTC
/// @param mode what kind of directory entry it is
/// @param kind what kind of source it is
/// @param tracked whether the path is in the git index
/// @param gitBlobId object id in the git index, lower-case hex; null when untracked
/// @param scope the file's row of `scope_manifest_v1`, to be written once the file proved readable, or
///     [as unreadable][ScopeEntry#asUnreadable()]
public record ListedFile(
        String path,
        Path location,
        long sizeBytes,
        long mtimeNs,
        FileMode mode,
        FileKind kind,
        boolean tracked,
        String gitBlobId,
        ScopeEntry scope) {

    /// The absolute path as text, escaped like [#path].
    public String absPath() {
        return PathText.of(location);
    }
}
