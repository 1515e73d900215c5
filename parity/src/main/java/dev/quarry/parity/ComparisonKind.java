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
    SYMTABLE(SymbolTableComparison::new),
    /// Qualified names, scopes and expression contexts, with LibCST's metadata.
    NAMES(NameComparison::new, true),
    /// Every node of LibCST's: class, place in the parent, both spans.
    CST(CstComparison::new, true);

    private final Supplier<Comparison> comparison;
    private final boolean needsLibCst;

    ComparisonKind(Supplier<Comparison> comparison) {
        this(comparison, false);
    }

    ComparisonKind(Supplier<Comparison> comparison, boolean needsLibCst) {
        this.comparison = comparison;
        this.needsLibCst = needsLibCst;
    }

    /// Whether the specification is LibCST, so that the interpreter must have it, see [LibCst].
    public boolean needsLibCst() {
        return needsLibCst;
    }

    /// A new comparison, for one thread.
    public Comparison comparison() {
        return comparison.get();
    }
}
