// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// The parameters of a function or a lambda.
public record Parameters(SyntaxTree tree, int id) implements Node {
    public Parameters {
        Views.check(tree, id, NodeKind.PARAMETERS);
    }

    public java.util.List<Parameter> items() {
        return Views.nodes(tree, id, 0, Parameter.class);
    }
}
