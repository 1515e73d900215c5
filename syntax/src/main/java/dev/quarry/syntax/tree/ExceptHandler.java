// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// One `except` of a `try` statement.
public record ExceptHandler(SyntaxTree tree, int id) implements Node {
    public ExceptHandler {
        Views.check(tree, id, NodeKind.EXCEPT_HANDLER);
    }

    public Optional<Expression> type() {
        return Views.optionalNode(tree, id, 0, Expression.class);
    }

    public Optional<Token> name() {
        return Views.optionalToken(tree, id, 1);
    }

    public java.util.List<Statement> body() {
        return Views.nodes(tree, id, 2, Statement.class);
    }
}
