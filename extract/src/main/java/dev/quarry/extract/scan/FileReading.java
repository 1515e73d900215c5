package dev.quarry.extract.scan;

/// What came of reading one file.
public sealed interface FileReading {
    /// The file was read as a whole and did not change meanwhile.
    ///
    /// @param facts its hash, lines and encoding
    /// @param bytes its raw bytes, the caller's to keep; null when they were not asked for or are more than
    ///     `max_file_bytes`
    record Complete(FileFacts facts, byte[] bytes) implements FileReading {}

    /// The file could not be read.
    record Failed(ScanProblem problem) implements FileReading {}
}
