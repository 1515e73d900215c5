package dev.quarry.parity;

import java.util.function.Supplier;

/// The comparisons there are.
public enum ComparisonKind {
    /// Every node of the abstract syntax tree: class, place in the tree, scalar fields, positions.
    AST(AstComparison::new),
    /// Every token: exact type, type, place, string.
    TOKENS(TokenComparison::new),
    /// The first error, of all stages up to the compiler, or that there is none.
    ERRORS(ErrorComparison::new),
    /// Every scope and symbol of the symbol table, with CPython's raw flags.
    SYMTABLE(SymbolTableComparison::new);

    private final Supplier<Comparison> comparison;

    ComparisonKind(Supplier<Comparison> comparison) {
        this.comparison = comparison;
    }

    /// A new comparison, for one thread.
    public Comparison comparison() {
        return comparison.get();
    }
}
