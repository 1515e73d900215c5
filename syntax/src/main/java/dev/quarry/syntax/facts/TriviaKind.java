package dev.quarry.syntax.facts;

/// What can stand between tokens.
public enum TriviaKind {
    /// The byte order mark.
    BOM,
    /// Spaces and tabs at the beginning of a line, outside of brackets, before a token or a comment.
    INDENTATION,
    /// Spaces and tabs elsewhere.
    WHITESPACE,
    FORM_FEED,
    /// From `#` to the end of the line, type comments included.
    COMMENT,
    /// A line of spaces and tabs, if any, outside of brackets, with its break.
    BLANK_LINE,
    /// A line break within brackets or after a line with nothing but a comment.
    NL,
    /// A backslash with the line break behind it.
    LINE_CONTINUATION,
    /// Bytes that the tokenizer refuses.
    SKIPPED
}
