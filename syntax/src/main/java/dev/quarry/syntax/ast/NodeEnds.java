package dev.quarry.syntax.ast;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Where CPython's nodes end.
public final class NodeEnds {
    private NodeEnds() {}

    /// The end of a statement's or expression's node. In 3.8, whose parser was another one, a compound statement ends where
    /// the last statement in it does, without the semicolon behind that; since then with it.
    ///
    /// @return offset after the last byte in [dev.quarry.syntax.SourceText#utf8]
    public static int of(SyntaxTree tree, int node) {
        return tree.options().version().isAtLeast(PythonVersion.PY39) ? tree.end(node) : ofPython38(tree, node);
    }

    static int ofPython38(SyntaxTree tree, int node) {
        int last = tree.endToken(node) - 1;
        return last > tree.firstToken(node) && tree.tokens().kind(last) == TokenKind.SEMI ? tree.tokens().end(last - 1)
                : tree.end(node);
    }
}
