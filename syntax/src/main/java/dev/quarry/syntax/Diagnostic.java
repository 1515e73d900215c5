package dev.quarry.syntax;

import java.util.Locale;

/// Something wrong with a file, with the words and the place that CPython would give. [SyntaxErrorLocation] turns the
/// place into the attributes of CPython's exception.
///
/// @param errorType CPython's exception class (`SyntaxError`, `IndentationError`, `TabError`, `MemoryError`) or `LimitError`;
///     for a warning its category (`SyntaxWarning`, `DeprecationWarning`)
/// @param message the exception's message
/// @param stage what noticed it
/// @param start offset of the first byte in [SourceText#utf8], -1 for the file as a whole
/// @param end offset after the last byte, equal to `start` where CPython gives a point, -1 for the file as a whole
/// @param extent how CPython counts the columns
/// @param firstLine0 the first of the lines (0-based) that CPython's tokenizer holds when it reports the error: more than
///         one in a string, a continued line; -1 for an error of the tokenizer itself
/// @param lastLine0 the last of these lines, -1 likewise
public record Diagnostic(String errorType, String message, Stage stage, int start, int end, Extent extent,
        int firstLine0, int lastLine0) {

    /// The stages of reading a file, in the order in which CPython goes through them.
    public enum Stage {
        DECODE, TOKENIZE, PARSE, COMPILE, TYPE_COMMENT, LIMIT;

        /// The name in lower case, as tables and reports have it.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What CPython's exception says about columns.
    public enum Extent {
        /// From the first to the last byte.
        RANGE,
        /// The same with columns in bytes instead of characters.
        BYTES,
        /// A range over several lines, told as one of the last of them, with the column that it begins in (since 3.15).
        LAST_LINE,
        /// A beginning alone: `end_offset` is 0.
        BEGINNING,
        /// A beginning alone, counted from the first line that the tokenizer holds.
        BEGINNING_IN_BUFFER,
        /// A token without width (INDENT, DEDENT, ENDMARKER), which has no column in CPython. It counts up to where its
        /// tokenizer stands instead: `start` is the last character read, `end_offset` is -1.
        READ_SO_FAR,
        /// The same where nothing of the line has been read: `offset` is 0, `end_offset` is -1.
        NOTHING_READ,
        /// The same token where CPython uses its missing column: `offset` and `end_offset` are 0.
        LINE
    }

    /// A range that is told on its own line.
    public Diagnostic(String errorType, String message, Stage stage, int start, int end) {
        this(errorType, message, stage, start, end, Extent.RANGE, -1, -1);
    }

    /// Something wrong with the file as a whole.
    public static Diagnostic ofFile(String errorType, String message, Stage stage) {
        return new Diagnostic(errorType, message, stage, -1, -1);
    }

    /// The same with another message.
    Diagnostic withMessage(String newMessage) {
        return new Diagnostic(errorType, newMessage, stage, start, end, extent, firstLine0, lastLine0);
    }

    /// The same with columns counted in another way.
    public Diagnostic withExtent(Extent newExtent) {
        return new Diagnostic(errorType, message, stage, start, end, newExtent, firstLine0, lastLine0);
    }

    /// The same with the lines that CPython's tokenizer holds.
    Diagnostic withLines(int newFirstLine0, int newLastLine0) {
        return new Diagnostic(errorType, message, stage, start, end, extent, newFirstLine0, newLastLine0);
    }

    /// An error makes the file invalid; CPython accepts a file with warnings.
    public enum Severity {
        ERROR, WARNING
    }

    public Severity severity() {
        return errorType.endsWith("Warning") ? Severity.WARNING : Severity.ERROR;
    }
}
