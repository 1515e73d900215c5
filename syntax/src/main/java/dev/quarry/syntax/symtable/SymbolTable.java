package dev.quarry.syntax.symtable;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.LineCursor;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.util.Arrays;
import java.util.List;

/// The scopes of a file and their symbols, as CPython's compiler sees them, in flat arrays.
///
/// Scopes are numbered in preorder, children in the order in which CPython enters them (a default's lambda before the
/// function's own scope); the module is 0. A scope's symbols are neighbours, in the order of CPython's dictionary, as
/// far as CPython has one: free names that are only handed on come last in an order of their own.
///
/// Comprehensions keep their scope and symbols where the release inlines them (PEP 709) and have
/// [ScopeFlags#COMP_INLINED]; CPython then shows their children as their parent's. Annotations that are never evaluated
/// (PEP 563) have no scopes, as in CPython.
public final class SymbolTable {
    /// No scope: the module's parent.
    public static final int NONE = -1;

    private final SyntaxTree tree;
    private final SymbolNames names;
    private final List<Diagnostic> diagnostics;

    private final byte[] types;
    private final int[] scopeNames;
    private final int[] parents;
    private final int[] subtreeEnds;
    private final int[] scopeFlags;
    private final int[] nodes;
    private final int[] firstLines;
    /// One more than there are scopes.
    private final int[] firstSymbols;
    private final int[] symbolNames;
    private final int[] symbolFlags;

    private SymbolTable(SyntaxTree tree, SymbolNames names, List<Diagnostic> diagnostics, int scopeCount,
            int symbolCount) {
        this.tree = tree;
        this.names = names;
        this.diagnostics = diagnostics;
        types = new byte[scopeCount];
        scopeNames = new int[scopeCount];
        parents = new int[scopeCount];
        subtreeEnds = new int[scopeCount];
        scopeFlags = new int[scopeCount];
        nodes = new int[scopeCount];
        firstLines = new int[scopeCount];
        firstSymbols = new int[scopeCount + 1];
        symbolNames = new int[symbolCount];
        symbolFlags = new int[symbolCount];
    }

    /// Builds a table with buffers of its own; for many files see [SymbolTableBuilder].
    public static SymbolTable build(SyntaxTree tree) {
        return new SymbolTableBuilder().build(tree);
    }

    /// Numbers the attached scopes in preorder and copies them and their symbols.
    static SymbolTable of(SyntaxTree tree, ScopeBuffer buffer, SymbolNames names, List<Diagnostic> diagnostics) {
        var order = new int[buffer.scopeCount];
        var numbers = new int[buffer.scopeCount];
        int scopeCount = 0;
        int symbolCount = 0;
        int scope = 0;
        while (true) {
            numbers[scope] = scopeCount;
            order[scopeCount++] = scope;
            for (int symbol = buffer.firstSymbol[scope]; symbol != ScopeBuffer.NONE;
                    symbol = buffer.nextSymbol[symbol]) {
                symbolCount++;
            }
            if (buffer.firstChild[scope] != ScopeBuffer.NONE) {
                scope = buffer.firstChild[scope];
                continue;
            }
            while (scope != 0 && buffer.nextSibling[scope] == ScopeBuffer.NONE) {
                scope = buffer.parents[scope];
            }
            if (scope == 0) {
                break;
            }
            scope = buffer.nextSibling[scope];
        }
        var table = new SymbolTable(tree, names, diagnostics, scopeCount, symbolCount);
        table.fill(buffer, order, numbers);
        return table;
    }

    private void fill(ScopeBuffer buffer, int[] order, int[] numbers) {
        LineCursor lines = tree.source().lineCursor();
        int symbols = 0;
        for (int number = 0; number < types.length; number++) {
            int scope = order[number];
            types[number] = buffer.types[scope];
            scopeNames[number] = buffer.names[scope];
            parents[number] = number == 0 ? NONE : numbers[buffer.parents[scope]];
            scopeFlags[number] = buffer.flags[scope] & ScopeFlags.MASK;
            nodes[number] = buffer.nodes[scope];
            firstLines[number] = number == 0 ? 0
                    : lines.line0(tree.start(buffer.positions[scope])) + 1 + buffer.lineShifts[scope];
            firstSymbols[number] = symbols;
            for (int symbol = buffer.firstSymbol[scope]; symbol != ScopeBuffer.NONE;
                    symbol = buffer.nextSymbol[symbol]) {
                symbolNames[symbols] = buffer.symbolName[symbol];
                symbolFlags[symbols++] = buffer.symbolFlags[symbol];
            }
        }
        firstSymbols[types.length] = symbols;
        Arrays.setAll(subtreeEnds, number -> number + 1);
        for (int number = types.length - 1; number > 0; number--) {
            int parent = parents[number];
            subtreeEnds[parent] = Math.max(subtreeEnds[parent], subtreeEnds[number]);
        }
    }

    /// The errors that CPython raises from its symbol table, of stage COMPILE: the one that it raises is the first.
    ///
    /// They count for files without errors of earlier stages.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public SyntaxTree tree() {
        return tree;
    }

    public SymbolNames names() {
        return names;
    }

    public int scopeCount() {
        return types.length;
    }

    public ScopeType type(int scope) {
        return ScopeType.of(types[scope]);
    }

    /// Number of the scope's name in [#names]: a function's or class's own, `top`, `lambda`, `listcomp` and so on.
    /// Never mangled.
    public int nameId(int scope) {
        return scopeNames[scope];
    }

    public String name(int scope) {
        return names.text(scopeNames[scope]);
    }

    /// The scope around, [#NONE] for the module.
    public int parent(int scope) {
        return parents[scope];
    }

    /// The scope after the last one within; the first child is `scope + 1` where that is smaller, and each child's
    /// next sibling is its subtree's end.
    public int subtreeEnd(int scope) {
        return subtreeEnds[scope];
    }

    /// [ScopeFlags].
    public int flags(int scope) {
        return scopeFlags[scope];
    }

    public boolean has(int scope, int flag) {
        return (scopeFlags[scope] & flag) != 0;
    }

    /// The tree's node of the whole construct: a definition, lambda, comprehension, type parameter, annotation, module.
    public int node(int scope) {
        return nodes[scope];
    }

    /// CPython's `lineno`, 1-based; 0 for the module.
    public int firstLine(int scope) {
        return firstLines[scope];
    }

    /// Offset of the construct's first byte in [dev.quarry.syntax.SourceText#utf8].
    public int start(int scope) {
        return scope == 0 ? 0 : tree.start(nodes[scope]);
    }

    /// Offset after the construct's last byte.
    public int end(int scope) {
        return scope == 0 ? tree.source().end() : tree.end(nodes[scope]);
    }

    /// The scope's first symbol; symbols of all scopes are numbered in one row.
    public int firstSymbol(int scope) {
        return firstSymbols[scope];
    }

    /// The symbol after the scope's last one.
    public int endSymbol(int scope) {
        return firstSymbols[scope + 1];
    }

    public int symbolCount() {
        return symbolNames.length;
    }

    /// Number of the symbol's name in [#names], mangled as the compiler does.
    public int symbolNameId(int symbol) {
        return symbolNames[symbol];
    }

    public String symbolName(int symbol) {
        return names.text(symbolNames[symbol]);
    }

    /// [SymbolFlags].
    public int symbolFlags(int symbol) {
        return symbolFlags[symbol] & SymbolFlags.MASK;
    }

    public SymbolScope symbolScope(int symbol) {
        return SymbolScope.of((symbolFlags[symbol] & SymbolFlags.SCOPE_MASK) >> SymbolFlags.SCOPE_SHIFT);
    }

    /// Whether the scope has the symbol only because a comprehension is inlined into it.
    public boolean isInlined(int symbol) {
        return (symbolFlags[symbol] & SymbolFlags.INLINED) != 0;
    }

    /// The number that CPython's `_symtable` has for the symbol: flags and scope in one.
    public int rawFlags(int symbol) {
        int shift = tree.options().version().isAtLeast(PythonVersion.PY312) ? 12 : 11;
        return symbolFlags(symbol) | symbolScope(symbol).ordinal() << shift;
    }
}
