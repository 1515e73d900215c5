package dev.quarry.extract.scan;

/// Something that kept the scan from seeing a path, or made it see less: one row of `extract_errors_v1`.
///
/// @param path the path it is about, escaped as [PathText] says; null when it is about the whole repository
/// @param errorType stable name of the kind of problem, one of the constants of this class
/// @param message for people: what is wrong and what to do
public record ScanProblem(String path, String errorType, String message) {
    public static final String UNREADABLE_FILE = "UnreadableFile";
    public static final String UNREADABLE_DIRECTORY = "UnreadableDirectory";
    public static final String FILE_VANISHED = "FileVanished";
    public static final String FILE_CHANGED = "FileChanged";
    public static final String IGNORE_FILE = "IgnoreFileSkipped";
    public static final String GIT_METADATA = "GitMetadataUnreadable";
    public static final String SUBMODULE_MISSING = "SubmoduleMissing";
    public static final String WORKTREE_MISSING = "WorktreeMissing";
}
