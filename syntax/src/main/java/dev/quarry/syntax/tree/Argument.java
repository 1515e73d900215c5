// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// An argument of a call or a class: an expression or `name=value`.
public sealed interface Argument extends Node permits Expression, Argument.Keyword {

    /// A [NodeKind#KEYWORD_ARGUMENT].
    record Keyword(SyntaxTree tree, int id) implements Argument {
        public Keyword {
            Views.check(tree, id, NodeKind.KEYWORD_ARGUMENT);
        }

        public Optional<Token> name() {
            return Views.optionalToken(tree, id, 0);
        }

        public Expression value() {
            return Views.node(tree, id, 1, Expression.class);
        }
    }
}
