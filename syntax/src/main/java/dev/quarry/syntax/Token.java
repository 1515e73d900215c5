package dev.quarry.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A token of a tree.
///
/// @param tree the tree of the file
/// @param index the token's place among the file's tokens, from 0
public record Token(SyntaxTree tree, int index) implements Piece {
    public Token {
        Objects.checkIndex(index, tree.tokens().size());
    }

    /// One of the constants of [TokenKind].
    public int kind() {
        return tree.tokens().kind(index);
    }

    @Override
    public int start() {
        return tree.tokens().start(index);
    }

    @Override
    public int end() {
        return tree.tokens().end(index);
    }

    /// The identifier that a NAME means: NFKC-normalised, as CPython has it. The text as written for other kinds.
    public String identifier() {
        return kind() == TokenKind.NAME ? tree.names().text(tree.tokens().payload(index)) : text();
    }

    public Optional<Token> next() {
        return index + 1 < tree.tokens().size() ? Optional.of(new Token(tree, index + 1)) : Optional.empty();
    }

    public Optional<Token> previous() {
        return index > 0 ? Optional.of(new Token(tree, index - 1)) : Optional.empty();
    }

    /// The trivia before the token, back to the trailing trivia of the one before it. An `INDENT` or `DEDENT` has no
    /// trivia: what lies before it leads the first token of the line.
    public List<Trivia> leadingTrivia() {
        return trivia(leadingTriviaStart(), start(), kind() == TokenKind.TYPE_COMMENT);
    }

    /// The trivia behind the token up to the end of its line, without the line break unless that is continued by a
    /// backslash. What comes then leads the next token. Behind a `NEWLINE` there is none; `# type:` leads the type
    /// comment.
    public List<Trivia> trailingTrivia() {
        return trivia(end(), trailingTriviaEnd(), false);
    }

    /// From the first byte of the leading trivia to the last one of the trailing trivia.
    public Span spanWithTrivia() {
        return new Span(leadingTriviaStart(), trailingTriviaEnd());
    }

    private List<Trivia> trivia(int from, int to, boolean beforeTypeComment) {
        List<Trivia> trivia = new ArrayList<>();
        TriviaScanner scanner = new TriviaScanner(tree, from, to, beforeTypeComment);
        while (scanner.hasNext()) {
            trivia.add(scanner.next());
        }
        return List.copyOf(trivia);
    }

    private int leadingTriviaStart() {
        if (isIndentation(index)) {
            return start();
        }
        int before = index - 1;
        while (before >= 0 && isIndentation(before)) {
            before--;
        }
        return before < 0 ? 0 : new Token(tree, before).trailingTriviaEnd();
    }

    private int trailingTriviaEnd() {
        int last = tree.tokens().size() - 1;
        if (index == last || isIndentation(index) || kind() == TokenKind.NEWLINE) {
            return end();
        }
        int next = index + 1;
        while (isIndentation(next)) {
            next++;
        }
        TriviaScanner scanner = new TriviaScanner(tree, end(), tree.tokens().start(next),
                tree.tokens().kind(next) == TokenKind.TYPE_COMMENT);
        int end = end();
        while (scanner.hasNext()) {
            Trivia trivia = scanner.next();
            switch (trivia.kind()) {
                case NEWLINE, TYPE_COMMENT_PREFIX -> {
                    return end;
                }
                case CONTINUATION -> {
                    return trivia.end();
                }
                default -> end = trivia.end();
            }
        }
        return end;
    }

    private boolean isIndentation(int token) {
        int kind = tree.tokens().kind(token);
        return kind == TokenKind.INDENT || kind == TokenKind.DEDENT;
    }

    @Override
    public String toString() {
        return text() + " " + span();
    }
}
