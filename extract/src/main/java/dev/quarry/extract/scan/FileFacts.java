package dev.quarry.extract.scan;

/// What reading a file tells, as `repo_files_v1` stores it. Size and time are those of the bytes that were read, which
/// may be newer than the listing's.
///
/// @param sha256 SHA-256 of the raw bytes, 64 lower-case hex digits
/// @param sizeBytes number of raw bytes
/// @param mtimeNs modification time, ns since 1970 UTC
/// @param lineCount number of rows of the [LineIndex]
/// @param encoding Python codec name; null when the declaration is unknown or contradicts the byte order mark
public record FileFacts(String sha256, long sizeBytes, long mtimeNs, int lineCount, String encoding) {}
