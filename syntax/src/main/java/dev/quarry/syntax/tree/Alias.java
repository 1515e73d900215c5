// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// One `name as asname` of an import.
public record Alias(SyntaxTree tree, int id) implements Node {
    public Alias {
        Views.check(tree, id, NodeKind.ALIAS);
    }

    public Token firstName() {
        return Views.token(tree, id, 0);
    }

    public Token lastName() {
        return Views.token(tree, id, 1);
    }

    public Optional<Token> asName() {
        return Views.optionalToken(tree, id, 2);
    }
}
