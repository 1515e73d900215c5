// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// One of the adjacent literals of a string.
public sealed interface StringLiteral extends Node {

    /// A [NodeKind#STRING].
    record Plain(SyntaxTree tree, int id) implements StringLiteral {
        public Plain {
            Views.check(tree, id, NodeKind.STRING);
        }
    }

    /// A [NodeKind#FSTRING].
    record FString(SyntaxTree tree, int id) implements StringLiteral {
        public FString {
            Views.check(tree, id, NodeKind.FSTRING);
        }

        public java.util.List<FormatPart> parts() {
            return Views.nodes(tree, id, 0, FormatPart.class);
        }
    }

    /// A [NodeKind#TSTRING].
    record TString(SyntaxTree tree, int id) implements StringLiteral {
        public TString {
            Views.check(tree, id, NodeKind.TSTRING);
        }

        public java.util.List<FormatPart> parts() {
            return Views.nodes(tree, id, 0, FormatPart.class);
        }
    }
}
