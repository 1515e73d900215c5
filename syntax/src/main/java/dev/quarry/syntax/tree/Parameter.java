// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// A parameter of a function or a lambda, or a marker among them.
public sealed interface Parameter extends Node {

    /// A [NodeKind#PARAMETER].
    record Named(SyntaxTree tree, int id) implements Parameter {
        public Named {
            Views.check(tree, id, NodeKind.PARAMETER);
        }

        public Token name() {
            return Views.token(tree, id, 0);
        }

        public Optional<Expression> annotation() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }

        public Optional<Expression> defaultValue() {
            return Views.optionalNode(tree, id, 2, Expression.class);
        }

        public Optional<Token> typeComment() {
            return Views.optionalToken(tree, id, 3);
        }
    }

    /// A [NodeKind#STAR_PARAMETER].
    record Star(SyntaxTree tree, int id) implements Parameter {
        public Star {
            Views.check(tree, id, NodeKind.STAR_PARAMETER);
        }

        public Token name() {
            return Views.token(tree, id, 0);
        }

        public Optional<Expression> annotation() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }

        public Optional<Token> typeComment() {
            return Views.optionalToken(tree, id, 2);
        }
    }

    /// A [NodeKind#DOUBLE_STAR_PARAMETER].
    record DoubleStar(SyntaxTree tree, int id) implements Parameter {
        public DoubleStar {
            Views.check(tree, id, NodeKind.DOUBLE_STAR_PARAMETER);
        }

        public Token name() {
            return Views.token(tree, id, 0);
        }

        public Optional<Expression> annotation() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }

        public Optional<Token> typeComment() {
            return Views.optionalToken(tree, id, 2);
        }
    }

    /// A [NodeKind#POSITIONAL_ONLY_MARKER].
    record PositionalOnlyMarker(SyntaxTree tree, int id) implements Parameter {
        public PositionalOnlyMarker {
            Views.check(tree, id, NodeKind.POSITIONAL_ONLY_MARKER);
        }
    }

    /// A [NodeKind#KEYWORD_ONLY_MARKER].
    record KeywordOnlyMarker(SyntaxTree tree, int id) implements Parameter {
        public KeywordOnlyMarker {
            Views.check(tree, id, NodeKind.KEYWORD_ONLY_MARKER);
        }
    }
}
