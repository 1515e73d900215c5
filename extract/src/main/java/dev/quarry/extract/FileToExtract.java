package dev.quarry.extract;

import dev.quarry.extract.scan.FileMode;
import java.nio.file.Path;

/// A file of the worklist.
///
/// @param path relative to the repository's root, as in every table
/// @param absolute where to read it
/// @param fileId its stable id
/// @param sha256 hash of its bytes when it was scanned
/// @param sizeBytes its size when it was scanned
/// @param mode what kind of directory entry it is
/// @param isParsed whether its kind is one that is parsed
/// @param pathHash decides its buckets
/// @param units bits of [Worklist.Unit]: what is missing or stale
record FileToExtract(String path, Path absolute, String fileId, String sha256, long sizeBytes, FileMode mode,
        boolean isParsed, long pathHash, int units) {}
