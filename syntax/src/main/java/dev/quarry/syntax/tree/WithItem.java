// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import java.util.Optional;

/// One `context as target` of a `with` statement.
public record WithItem(SyntaxTree tree, int id) implements Node {
    public WithItem {
        Views.check(tree, id, NodeKind.WITH_ITEM);
    }

    public Expression context() {
        return Views.node(tree, id, 0, Expression.class);
    }

    public Optional<Expression> target() {
        return Views.optionalNode(tree, id, 1, Expression.class);
    }
}
