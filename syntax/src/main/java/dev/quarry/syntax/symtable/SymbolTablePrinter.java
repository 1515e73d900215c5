package dev.quarry.syntax.symtable;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.tokenize.TokenPrinter;
import java.io.IOException;
import java.util.Locale;

/// Prints a symbol table as `python3.X -m symtable` does (Python has that command since 3.13; for older releases their
/// tables in its words).
public final class SymbolTablePrinter {
    /// A flag as Python names it; `DEF_BOUND` is printed for a symbol that has all three of its bits.
    private enum Flag {
        USE(SymbolFlags.USE, false),
        DEF_GLOBAL(SymbolFlags.DEF_GLOBAL, false),
        DEF_NONLOCAL(SymbolFlags.DEF_NONLOCAL, false),
        DEF_LOCAL(SymbolFlags.DEF_LOCAL, false),
        DEF_PARAM(SymbolFlags.DEF_PARAM, false),
        DEF_TYPE_PARAM(SymbolFlags.DEF_TYPE_PARAM, true),
        DEF_FREE_CLASS(SymbolFlags.DEF_FREE_CLASS, true),
        DEF_IMPORT(SymbolFlags.DEF_IMPORT, false),
        DEF_BOUND(SymbolFlags.DEF_BOUND, false),
        DEF_ANNOT(SymbolFlags.DEF_ANNOT, false),
        DEF_COMP_ITER(SymbolFlags.DEF_COMP_ITER, true),
        DEF_COMP_CELL(SymbolFlags.DEF_COMP_CELL, true);

        private static final Flag[] VALUES = values();

        private final int bits;
        /// Whether Python leaves it out before 3.14.
        private final boolean since314;
        private final String text = name().toLowerCase(Locale.ROOT);

        Flag(int bits, boolean since314) {
            this.bits = bits;
            this.since314 = since314;
        }
    }

    private final SymbolTable table;
    private final PythonVersion version;
    private final Appendable out;

    private SymbolTablePrinter(SymbolTable table, Appendable out) {
        this.table = table;
        this.out = out;
        version = table.tree().options().version();
    }

    /// Prints all scopes in preorder.
    ///
    /// @param fileName the file as the user named it
    public static void print(SymbolTable table, String fileName, Appendable out) throws IOException {
        new SymbolTablePrinter(table, out).print(fileName);
    }

    private void print(String fileName) throws IOException {
        var depths = new int[table.scopeCount()];
        for (int scope = 0; scope < table.scopeCount(); scope++) {
            boolean inlined = table.has(scope, ScopeFlags.COMP_INLINED);
            if (scope > 0) {
                // Scopes in an inlined comprehension are its parent's children.
                depths[scope] = depths[table.parent(scope)] + (inlined ? 0 : 1);
            }
            if (!inlined) {
                scope(scope, "    ".repeat(depths[scope]), fileName);
            }
        }
    }

    private void scope(int scope, String indent, String fileName) throws IOException {
        out.append(indent).append("symbol table for ").append(table.has(scope, ScopeFlags.NESTED) ? "nested " : "")
                .append(words(table.type(scope))).append(scope == 0 ? " from file " : " ")
                .append(TokenPrinter.repr(scope == 0 ? fileName : table.name(scope), version)).append(":\n");
        for (int symbol = table.firstSymbol(scope); symbol < table.endSymbol(scope); symbol++) {
            out.append("    ").append(indent).append(words(table.symbolScope(symbol))).append(" symbol ")
                    .append(TokenPrinter.repr(table.symbolName(symbol), version)).append(": ")
                    .append(flags(table.symbolFlags(symbol))).append('\n');
        }
        out.append('\n');
    }

    private String flags(int flags) {
        var text = new StringBuilder();
        for (Flag flag : Flag.VALUES) {
            if ((flags & flag.bits) == flag.bits && !(flag.since314 && !version.isAtLeast(PythonVersion.PY314))) {
                text.append(text.isEmpty() ? "" : ", ").append(flag.text);
            }
        }
        return text.toString();
    }

    private static String words(ScopeType type) {
        return switch (type) {
            case MODULE -> "module";
            case FUNCTION -> "function";
            case CLASS -> "class";
            case ANNOTATION -> "annotation";
            case TYPE_ALIAS -> "type alias";
            case TYPE_PARAMETERS -> "type parameters";
            case TYPE_VARIABLE -> "type variable";
        };
    }

    private static String words(SymbolScope scope) {
        return switch (scope) {
            case UNKNOWN -> "0";
            case LOCAL -> "local";
            case GLOBAL_EXPLICIT -> "global_explicit";
            case GLOBAL_IMPLICIT -> "global_implicit";
            case FREE -> "free";
            case CELL -> "cell";
        };
    }
}
