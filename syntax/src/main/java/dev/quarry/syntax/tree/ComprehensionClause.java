// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// One `for target in iterable if condition` of a comprehension.
public record ComprehensionClause(SyntaxTree tree, int id) implements Node {
    public ComprehensionClause {
        Views.check(tree, id, NodeKind.COMPREHENSION_CLAUSE);
    }

    public boolean isAsync() {
        return tree.slot(id, 0) != 0;
    }

    public Expression target() {
        return Views.node(tree, id, 1, Expression.class);
    }

    public Expression iterable() {
        return Views.node(tree, id, 2, Expression.class);
    }

    public java.util.List<Expression> conditions() {
        return Views.nodes(tree, id, 3, Expression.class);
    }
}
