package dev.quarry.syntax;

import dev.quarry.syntax.Trivia.Kind;

/// Splits the bytes between two tokens into [Trivia]. Nothing of it is kept in the tree: most readers never ask.
final class TriviaScanner {
    private final SyntaxTree tree;
    private final byte[] text;
    private final int end;
    private final boolean beforeTypeComment;
    private int at;

    /// @param end where the next token begins
    /// @param beforeTypeComment whether that is a `TYPE_COMMENT`, whose `#` is trivia
    TriviaScanner(SyntaxTree tree, int start, int end, boolean beforeTypeComment) {
        this.tree = tree;
        this.text = tree.source().utf8();
        this.at = start;
        this.end = end;
        this.beforeTypeComment = beforeTypeComment;
    }

    boolean hasNext() {
        return at < end;
    }

    Trivia next() {
        int start = at;
        Kind kind = scan();
        return new Trivia(tree, kind, start, at);
    }

    private Kind scan() {
        int textStart = tree.source().start();
        if (at < textStart) {
            at = textStart;
            return Kind.BYTE_ORDER_MARK;
        }
        switch (text[at]) {
            case ' ', '\t', '\f' -> {
                do {
                    at++;
                } while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\f'));
                return Kind.WHITESPACE;
            }
            case '\n', '\r' -> {
                lineBreak();
                return Kind.NEWLINE;
            }
            case '#' -> {
                while (at < end && text[at] != '\n' && text[at] != '\r') {
                    at++;
                }
                return at == end && beforeTypeComment ? Kind.TYPE_COMMENT_PREFIX : Kind.COMMENT;
            }
            case '\\' -> {
                at++;
                if (at < end && (text[at] == '\n' || text[at] == '\r')) {
                    lineBreak();
                    return Kind.CONTINUATION;
                }
                return at == tree.source().end() ? Kind.CONTINUATION : skipped();
            }
            default -> {
                return skipped();
            }
        }
    }

    private void lineBreak() {
        at += text[at] == '\r' && at + 1 < end && text[at + 1] == '\n' ? 2 : 1;
    }

    private Kind skipped() {
        while (at < end && " \t\f\n\r#\\".indexOf(text[at]) < 0) {
            at++;
        }
        return Kind.SKIPPED;
    }
}
