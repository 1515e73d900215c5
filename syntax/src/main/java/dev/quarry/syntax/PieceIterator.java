package dev.quarry.syntax;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// The tokens of a tree and the trivia before each, in order.
final class PieceIterator implements Iterator<Piece> {
    private final SyntaxTree tree;
    private final TokenBuffer tokens;
    private TriviaScanner trivia;
    private int token;

    PieceIterator(SyntaxTree tree) {
        this.tree = tree;
        tokens = tree.tokens();
        trivia = before(0, 0);
    }

    private TriviaScanner before(int next, int start) {
        return new TriviaScanner(tree, start, tokens.start(next), tokens.kind(next) == TokenKind.TYPE_COMMENT);
    }

    @Override
    public boolean hasNext() {
        return token < tokens.size();
    }

    @Override
    public Piece next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (trivia.hasNext()) {
            return trivia.next();
        }
        Token next = tree.token(token++);
        if (hasNext()) {
            trivia = before(token, next.end());
        }
        return next;
    }
}
