package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.symtable.SymbolTable;
import dev.quarry.syntax.symtable.SymbolTableBuilder;
import java.util.List;

/// Compares the symbol table with that of CPython's module `_symtable`, scope by scope.
final class SymbolTableComparison extends RowComparison {
    private final Parser parser = new Parser();
    private final SymbolTableBuilder builder = new SymbolTableBuilder();

    SymbolTableComparison() {
        super("symtable_rows.py");
    }

    @Override
    Facts facts(byte[] file, PythonVersion version, char status) {
        SyntaxTree tree = parser.parse(file, new ParseOptions(version, ParseMode.EXEC, false));
        SymbolTable table = builder.build(tree);
        String error = firstError(tree, diagnostic -> true);
        List<Diagnostic> ofTable = table.diagnostics();
        if (error == null && !ofTable.isEmpty()) {
            error = describe(ofTable.getFirst(), tree);
        }
        return error != null ? new Facts(error, null) : new Facts(null, new SymbolTableRows(table));
    }

    @Override
    String fact(String expected, String actual) {
        return expected.startsWith(" ") && actual.startsWith(" ") ? "symbol" : "scope";
    }
}
