package dev.quarry.syntax;

/// Something wrong with a file, with the words and the place that CPython would give. [SyntaxErrorLocation] turns the
/// place into the attributes of CPython's exception.
///
/// @param errorType CPython's exception class (`SyntaxError`, `IndentationError`, `TabError`) or `LimitError`; for a
///     warning its category (`SyntaxWarning`, `DeprecationWarning`)
/// @param message the exception's message
/// @param stage what noticed it
/// @param start offset of the first byte in [SourceText#utf8], -1 for the file as a whole
/// @param end offset after the last byte, equal to `start` where CPython gives a point, -1 for the file as a whole
/// @param extent how CPython counts the columns
/// @param lastLine0 the 0-based line in which CPython's tokenizer stands when it reports the error, -1 for the
///         error's own line without the line break, as for errors of the tokenizer itself
public record Diagnostic(String errorType, String message, Stage stage, int start, int end, Extent extent,
        int lastLine0) {

    /// The stages of reading a file, in the order in which CPython goes through them.
    public enum Stage {
        DECODE, TOKENIZE, PARSE, COMPILE, TYPE_COMMENT, LIMIT
    }

    /// What CPython's exception says about columns.
    public enum Extent {
        /// From the first to the last byte.
        RANGE,
        /// A beginning alone: `end_offset` is 0.
        BEGINNING,
        /// A token without width (INDENT, DEDENT, ENDMARKER), which has no column in CPython. It counts up to where its
        /// tokenizer stands instead: `start` is the last character read, `end_offset` is -1.
        READ_SO_FAR,
        /// The same where nothing of the line has been read: `offset` is 0, `end_offset` is -1.
        NOTHING_READ,
        /// The same token where CPython uses its missing column: `offset` and `end_offset` are 0.
        LINE
    }

    /// A range, told on its own line.
    public Diagnostic(String errorType, String message, Stage stage, int start, int end) {
        this(errorType, message, stage, start, end, Extent.RANGE, -1);
    }

    /// An error makes the file invalid; CPython accepts a file with warnings.
    public enum Severity {
        ERROR, WARNING
    }

    public Severity severity() {
        return errorType.endsWith("Warning") ? Severity.WARNING : Severity.ERROR;
    }

    public static Diagnostic syntaxError(String message, Stage stage, int start, int end) {
        return new Diagnostic("SyntaxError", message, stage, start, end);
    }
}
