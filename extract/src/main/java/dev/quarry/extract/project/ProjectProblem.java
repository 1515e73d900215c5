package dev.quarry.extract.project;

/// A packaging file that says nothing because it cannot be read.
///
/// @param path below the repository's root; null where it is about all files
/// @param message for people: what is wrong and what to do
public record ProjectProblem(String path, String message) {
    /// The kind of error in `extract_errors_v1`.
    public static final String ERROR_TYPE = "ProjectFileUnreadable";
}
