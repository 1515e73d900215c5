// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// A part of an f-string, a t-string or a format specification.
public sealed interface FormatPart extends Node {

    /// A [NodeKind#FSTRING_TEXT].
    record Text(SyntaxTree tree, int id) implements FormatPart {
        public Text {
            Views.check(tree, id, NodeKind.FSTRING_TEXT);
        }
    }

    /// A [NodeKind#REPLACEMENT_FIELD].
    record ReplacementField(SyntaxTree tree, int id) implements FormatPart {
        public ReplacementField {
            Views.check(tree, id, NodeKind.REPLACEMENT_FIELD);
        }

        public Expression value() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Optional<Token> equalsToken() {
            return Views.optionalToken(tree, id, 1);
        }

        public Optional<Token> conversion() {
            return Views.optionalToken(tree, id, 2);
        }

        public Optional<Token> colonToken() {
            return Views.optionalToken(tree, id, 3);
        }

        public java.util.List<FormatPart> formatParts() {
            return Views.nodes(tree, id, 4, FormatPart.class);
        }
    }
}
