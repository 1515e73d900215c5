package dev.quarry.extract.names;

import dev.quarry.extract.scan.FileMode;
import java.nio.file.Path;

/// A parsed file of the repository, as the resolution of names needs it.
///
/// @param path relative to the repository's root
/// @param fileId its stable id
/// @param absolute where it is
/// @param mode what kind of directory entry it is
/// @param pathHash decides its buckets
/// @param module dotted name of its module, null if it is none
/// @param topFolder folder that holds its top-level package, with `/` at the end; null where that has another name
public record RepositoryFile(String path, String fileId, Path absolute, FileMode mode, long pathHash, String module,
        String topFolder) {}
