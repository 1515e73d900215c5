package dev.quarry.syntax;

/// Something wrong with a file, with the words and the place that CPython would give.
///
/// @param errorType CPython's exception class (`SyntaxError`, `IndentationError`, `TabError`) or `LimitError`
/// @param message the exception's message
/// @param stage what noticed it
/// @param start offset of the first byte in [SourceText#utf8], -1 for the file as a whole
/// @param end offset after the last byte, equal to `start` where CPython gives a point, -1 for the file as a whole
public record Diagnostic(String errorType, String message, Stage stage, int start, int end) {

    /// The stages of reading a file, in the order in which CPython goes through them.
    public enum Stage {
        DECODE, TOKENIZE, PARSE, COMPILE, TYPE_COMMENT, LIMIT
    }

    public static Diagnostic syntaxError(String message, Stage stage, int start, int end) {
        return new Diagnostic("SyntaxError", message, stage, start, end);
    }
}
