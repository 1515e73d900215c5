package dev.quarry.extract.rows;

/// The identity columns that rows of one file share.
///
/// @param repo id of the repository
/// @param path relative to the repository's root
/// @param fileId stable id of (repo, path)
/// @param sha256 SHA-256 of the bytes that the rows were made from
/// @param runId the run that makes the rows
public record FileRow(String repo, String path, String fileId, String sha256, String runId) {}
