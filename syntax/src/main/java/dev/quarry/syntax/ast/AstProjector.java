package dev.quarry.syntax.ast;

import dev.quarry.syntax.SyntaxTree;

/// Projects syntax trees to CPython's AST. One per worker: it keeps its buffers from tree to tree.
public final class AstProjector {
    private final AstTable table = new AstTable();

    /// The AST of a tree, in the shape of the release that the tree was parsed for; valid until the next call.
    public AstTable project(SyntaxTree tree) {
        table.reset(tree.options().version());
        table.values.clear();
        table.pool.reset(tree.names());
        table.add(AstKind.MODULE, AstTable.ABSENT, AstTable.ABSENT, AstTable.ABSENT, tree.root(), AstTable.ABSENT,
                AstTable.ABSENT);
        return table;
    }
}
