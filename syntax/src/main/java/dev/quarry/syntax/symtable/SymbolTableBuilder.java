package dev.quarry.syntax.symtable;

import dev.quarry.syntax.SyntaxTree;

/// Builds symbol tables. One per worker: it keeps its buffers from tree to tree.
public final class SymbolTableBuilder {
    private final ScopeBuffer scopes = new ScopeBuffer();
    private final NameMangler names = new NameMangler();
    private final SymbolErrors errors = new SymbolErrors(scopes, names);
    private final SymbolCollector collector = new SymbolCollector(scopes, names, errors);
    private final SymbolAnalyzer analyzer = new SymbolAnalyzer(scopes, names, errors);

    /// The symbol table of a tree, by the rules of the release that the tree was parsed for.
    ///
    /// A tree with error nodes has a table, too: of what could be read.
    public SymbolTable build(SyntaxTree tree) {
        scopes.reset();
        names.reset(tree.names());
        errors.reset(tree);
        collector.collect(tree);
        analyzer.analyze(tree);
        return SymbolTable.of(tree, scopes, names.freeze(), errors.found());
    }
}
