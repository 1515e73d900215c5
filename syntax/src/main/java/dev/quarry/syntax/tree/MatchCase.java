// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import java.util.Optional;

/// One `case` of a `match` statement.
public record MatchCase(SyntaxTree tree, int id) implements Node {
    public MatchCase {
        Views.check(tree, id, NodeKind.MATCH_CASE);
    }

    public Pattern pattern() {
        return Views.node(tree, id, 0, Pattern.class);
    }

    public Optional<Expression> guard() {
        return Views.optionalNode(tree, id, 1, Expression.class);
    }

    public java.util.List<Statement> body() {
        return Views.nodes(tree, id, 2, Statement.class);
    }
}
