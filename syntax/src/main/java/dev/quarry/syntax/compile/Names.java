package dev.quarry.syntax.compile;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Names of one file.
final class Names {
    private Names() {}

    /// The identifier that a NAME token stands for, `*` for a star.
    static String text(SyntaxTree tree, int token) {
        return tree.tokens().kind(token) == TokenKind.NAME ? tree.names().text(tree.tokens().payload(token)) : "*";
    }
}
