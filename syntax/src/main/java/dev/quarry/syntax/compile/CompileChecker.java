package dev.quarry.syntax.compile;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.symtable.FutureStatements;
import dev.quarry.syntax.symtable.SymbolTable;
import dev.quarry.syntax.symtable.SymbolTableBuilder;
import java.util.ArrayList;
import java.util.List;

/// Finds what CPython's compiler refuses or warns about in a file that parses: `'return' outside function`,
/// `keyword argument repeated`, `invalid escape sequence` and so on. The parser itself reports none of it, as Python's
/// `ast` module doesn't.
///
/// Time and memory are linear in the size of the tree. For one thread at a time.
public final class CompileChecker {
    private final Findings findings = new Findings();
    private final SymbolTableBuilder symbolTables = new SymbolTableBuilder();

    /// Builds the symbol table of a module and checks both.
    public CompileDiagnostics check(SyntaxTree tree) {
        return parses(tree) ? check(tree, symbolTables.build(tree)) : CompileDiagnostics.NONE;
    }

    /// Checks a module, in the order of CPython: `from __future__` statements, symbol table, code generator.
    ///
    /// A file that doesn't parse has none of these diagnostics: CPython gets no further.
    ///
    /// @param symbols the symbol table of this tree, whose errors come between the others
    public CompileDiagnostics check(SyntaxTree tree, SymbolTable symbols) {
        if (!parses(tree)) {
            return CompileDiagnostics.NONE;
        }
        findings.clear();
        new LiteralWarnings(tree, findings).read();
        FutureStatements future = FutureStatements.of(tree);
        new CodeReader(tree, future, findings).read();
        List<Diagnostic> errors = new ArrayList<>();
        future.error().ifPresent(errors::add);
        errors.addAll(symbols.diagnostics());
        errors.addAll(findings.errors());
        return new CompileDiagnostics(errors, findings.warnings());
    }

    /// A misplaced type comment is no error but for those who asked for type comments.
    private static boolean parses(SyntaxTree tree) {
        for (Diagnostic diagnostic : tree.diagnostics()) {
            if (diagnostic.stage() != Stage.TYPE_COMMENT) {
                return false;
            }
        }
        return true;
    }
}
