// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// A whole file.
public sealed interface Root extends Node {

    /// The root of a tree: where its view begins.
    static Root of(SyntaxTree tree) {
        return (Root) NodeRecords.of(tree, tree.root());
    }

    /// The innermost node at an offset, see [SyntaxTree#nodeAt].
    default Node nodeAt(int offset) {
        return NodeRecords.of(tree(), tree().nodeAt(offset));
    }

    /// A [NodeKind#MODULE].
    record Module(SyntaxTree tree, int id) implements Root {
        public Module {
            Views.check(tree, id, NodeKind.MODULE);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 0, Statement.class);
        }
    }

    /// A [NodeKind#INTERACTIVE].
    record Interactive(SyntaxTree tree, int id) implements Root {
        public Interactive {
            Views.check(tree, id, NodeKind.INTERACTIVE);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 0, Statement.class);
        }
    }

    /// A [NodeKind#EXPRESSION].
    record Evaluation(SyntaxTree tree, int id) implements Root {
        public Evaluation {
            Views.check(tree, id, NodeKind.EXPRESSION);
        }

        public Expression body() {
            return Views.node(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#FUNCTION_TYPE].
    record FunctionType(SyntaxTree tree, int id) implements Root {
        public FunctionType {
            Views.check(tree, id, NodeKind.FUNCTION_TYPE);
        }

        public java.util.List<Expression> parameters() {
            return Views.nodes(tree, id, 0, Expression.class);
        }

        public Expression returns() {
            return Views.node(tree, id, 1, Expression.class);
        }
    }
}
