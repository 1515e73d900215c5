package dev.quarry.syntax.names;

import dev.quarry.syntax.SyntaxTree;

/// Finds out what the names of files stand for. One per worker: it keeps its buffers from tree to tree.
public final class QualifiedNameAnalyzer {
    private final NameCollector collector = new NameCollector();

    /// The names of a tree. Builtins are those of the release that the tree was parsed for.
    ///
    /// A tree with error nodes has names, too: those that could be read.
    public QualifiedNames analyze(SyntaxTree tree) {
        collector.collect(tree);
        QualifiedNames names = new QualifiedNames(tree, collector.names, collector.scopes, collector.targets,
                collector.facts, collector.places);
        names.moveReads(collector.chains());
        return names;
    }
}
