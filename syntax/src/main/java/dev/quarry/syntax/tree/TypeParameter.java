// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// A type parameter (PEP 695).
public sealed interface TypeParameter extends Node {

    /// A [NodeKind#TYPE_VAR].
    record TypeVar(SyntaxTree tree, int id) implements TypeParameter {
        public TypeVar {
            Views.check(tree, id, NodeKind.TYPE_VAR);
        }

        public Token name() {
            return Views.token(tree, id, 0);
        }

        public Optional<Expression> bound() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }

        public Optional<Expression> defaultValue() {
            return Views.optionalNode(tree, id, 2, Expression.class);
        }
    }

    /// A [NodeKind#TYPE_VAR_TUPLE].
    record TypeVarTuple(SyntaxTree tree, int id) implements TypeParameter {
        public TypeVarTuple {
            Views.check(tree, id, NodeKind.TYPE_VAR_TUPLE);
        }

        public Token name() {
            return Views.token(tree, id, 0);
        }

        public Optional<Expression> defaultValue() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }
    }

    /// A [NodeKind#PARAM_SPEC].
    record ParamSpec(SyntaxTree tree, int id) implements TypeParameter {
        public ParamSpec {
            Views.check(tree, id, NodeKind.PARAM_SPEC);
        }

        public Token name() {
            return Views.token(tree, id, 0);
        }

        public Optional<Expression> defaultValue() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }
    }
}
