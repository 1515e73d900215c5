package dev.quarry.syntax.symtable;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.LineCursor;
import dev.quarry.syntax.NameTable;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.util.ArrayList;
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
    /// Annotations of variables that belong to a scope of annotations, and those scopes.
    private final int[] annotationNodes;
    private final int[] annotationScopes;

    private SymbolTable(SyntaxTree tree, SymbolNames names, List<Diagnostic> diagnostics, int scopeCount,
            int symbolCount, int annotationCount) {
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
        annotationNodes = new int[annotationCount];
        annotationScopes = new int[annotationCount];
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
        int annotationCount = 0;
        for (int i = 0; i < buffer.annotationCount; i++) {
            // Scopes that CPython keeps out of its table have no number; 0 is the module's.
            if (numbers[buffer.annotationOwner[i]] != 0) {
                annotationCount++;
            }
        }
        var table = new SymbolTable(tree, names, diagnostics, scopeCount, symbolCount, annotationCount);
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
        for (int i = 0, annotations = 0; annotations < annotationNodes.length; i++) {
            int number = numbers[buffer.annotationOwner[i]];
            if (number != 0) {
                annotationNodes[annotations] = buffer.annotationNode[i];
                annotationScopes[annotations++] = number;
            }
        }
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

    /// Why `symtable.symtable` refuses the file: the reason that it gives is the first. Empty when it accepts the file.
    ///
    /// Type comments don't matter to it, and errors of `from __future__` statements only since 3.10.
    public List<Diagnostic> refusals() {
        List<Diagnostic> refusals = new ArrayList<>(tree.diagnostics());
        refusals.removeIf(diagnostic -> diagnostic.stage() == Diagnostic.Stage.TYPE_COMMENT);
        if (refusals.isEmpty()) {
            if (tree.options().version().isAtLeast(PythonVersion.PY310)) {
                FutureStatements.of(tree).error().ifPresent(refusals::add);
            }
            refusals.addAll(diagnostics);
        }
        return refusals;
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

    /// Annotations of variables that have a scope of annotations (3.14): one scope for all of a module, class or
    /// function. Annotations of parameters are not among them.
    int annotationCount() {
        return annotationNodes.length;
    }

    /// The expression.
    int annotationNode(int annotation) {
        return annotationNodes[annotation];
    }

    int annotationScope(int annotation) {
        return annotationScopes[annotation];
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

    /// The scope's symbol of a name as the scope has it, [#NONE] if there is none. Looks at the scope's symbols one by
    /// one.
    public int symbol(int scope, String name) {
        for (int symbol = firstSymbols[scope]; symbol < firstSymbols[scope + 1]; symbol++) {
            if (names.text(symbolNames[symbol]).equals(name)) {
                return symbol;
            }
        }
        return NONE;
    }

    /// An identifier as the scope has it: mangled where it is private to a class around (Language Reference 6.2.1).
    ///
    /// @param identifier its number in the tree's names
    public String binding(int scope, int identifier) {
        NameTable identifiers = tree.names();
        String text = identifiers.text(identifier);
        if (!NameMangler.isPrivate(identifiers.bytes(), identifiers.start(identifier), identifiers.end(identifier))) {
            return text;
        }
        for (int around = scope; around != NONE; around = parents[around]) {
            if (type(around) == ScopeType.CLASS) {
                return NameMangler.mangle(text, name(around));
            }
            if (type(around) == ScopeType.TYPE_PARAMETERS && tree.kind(nodes[around]) == NodeKind.CLASS_DEF) {
                // Around a generic class's type parameters only they are mangled, since 3.13.
                String mangled = NameMangler.mangle(text, name(around));
                return tree.options().version().isAtLeast(PythonVersion.PY313) && symbol(around, mangled) == NONE
                        ? text : mangled;
            }
        }
        return text;
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
