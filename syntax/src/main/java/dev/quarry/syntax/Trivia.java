package dev.quarry.syntax;

/// What stands between tokens.
///
/// @param tree the tree of the file
/// @param kind what it is
/// @param start offset of the first byte in [SourceText#utf8]; 0 for a byte order mark
/// @param end offset after the last byte
public record Trivia(SyntaxTree tree, Kind kind, int start, int end) implements Piece {

    /// What trivia can be.
    public enum Kind {
        /// The three bytes of UTF-8's byte order mark, first in a file.
        BYTE_ORDER_MARK,
        /// Spaces, tabs and form feeds.
        WHITESPACE,
        /// One line break that ends no statement: of a blank line, of a line with nothing but a comment, or in brackets.
        NEWLINE,
        /// From `#` up to the line break, which doesn't belong to it.
        COMMENT,
        /// The `# type:` and the blanks before the text of a `TYPE_COMMENT` token.
        TYPE_COMMENT_PREFIX,
        /// A backslash with the line break behind it; without one at the end of the file.
        CONTINUATION,
        /// Anything else: what was skipped after an error. Never in a valid file.
        SKIPPED
    }

    @Override
    public String toString() {
        return kind + " " + span();
    }
}
