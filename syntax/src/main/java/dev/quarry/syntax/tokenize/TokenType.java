package dev.quarry.syntax.tokenize;

/// The token types of Python's `tokenize` module. All operators and delimiters are [#OP]; [PythonTokens#exactName] tells
/// them apart.
public enum TokenType {
    ENCODING, COMMENT, NL, NEWLINE, INDENT, DEDENT, NAME, NUMBER, STRING, OP, ERRORTOKEN, ENDMARKER,
    /// Python 3.12 and later.
    FSTRING_START, FSTRING_MIDDLE, FSTRING_END,
    /// Python 3.14 and later.
    TSTRING_START, TSTRING_MIDDLE, TSTRING_END
}
