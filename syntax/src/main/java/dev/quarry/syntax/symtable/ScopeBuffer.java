package dev.quarry.syntax.symtable;

import java.util.Arrays;

/// Scopes and symbols while they are collected and decided: parallel arrays, reused from file to file.
///
/// Scopes are numbered as they are entered. Those of a scope hang in a list of siblings, symbols in a list per scope in
/// the order in which CPython's dictionary has them.
final class ScopeBuffer {
    static final int NONE = -1;

    int scopeCount;
    byte[] types = new byte[64];
    int[] names = new int[64];
    /// The syntax tree's node of the whole construct.
    int[] nodes = new int[64];
    /// The node whose first line is the scope's line; 0 for the module, whose line is 0.
    int[] positions = new int[64];
    /// What to add to that line, see [FieldLines].
    int[] lineShifts = new int[64];
    int[] parents = new int[64];
    /// The innermost scope around that is no comprehension.
    private int[] outsides = new int[64];
    /// [ScopeFlags].
    int[] flags = new int[64];
    int[] firstChild = new int[64];
    int[] lastChild = new int[64];
    int[] nextSibling = new int[64];
    int[] firstSymbol = new int[64];
    int[] lastSymbol = new int[64];
    /// How many iterables of comprehensions the visit is in.
    int[] iterableDepth = new int[64];
    /// The scope whose type parameters are the only names to be mangled here, see [SymbolCollector#mangled].
    int[] mangledNames = new int[64];
    /// A class's or module's scope of annotations (3.14).
    int[] annotationScope = new int[64];
    /// What a scope of a type variable is, for messages.
    String[] descriptions = new String[64];

    int symbolCount;
    int[] symbolScope = new int[512];
    int[] symbolName = new int[512];
    /// [SymbolFlags], with the [SymbolScope] above them.
    int[] symbolFlags = new int[512];
    int[] nextSymbol = new int[512];

    /// Annotations of variables that have a scope of annotations (3.14), in the order of visits.
    int annotationCount;
    int[] annotationNode = new int[64];
    int[] annotationOwner = new int[64];

    private final PairTable index = new PairTable();
    /// By name, the symbol that was asked for last: most questions repeat it.
    private int[] latest = new int[512];
    private int latestUsed;

    void reset() {
        scopeCount = 0;
        symbolCount = 0;
        annotationCount = 0;
        index.clear();
        Arrays.fill(latest, 0, latestUsed, NONE);
        latestUsed = 0;
    }

    ScopeBuffer() {
        Arrays.fill(latest, NONE);
    }

    ScopeType type(int scope) {
        return ScopeType.of(types[scope]);
    }

    boolean has(int scope, int flag) {
        return (flags[scope] & flag) != 0;
    }

    /// The scope itself, or if it is a comprehension the innermost one around that is none; [#NONE] for [#NONE].
    int outside(int scope) {
        return scope != NONE && has(scope, ScopeFlags.COMPREHENSION) ? outsides[scope] : scope;
    }

    int addScope(ScopeType type, int name, int node, int position, int parent) {
        if (scopeCount == types.length) {
            growScopes();
        }
        int scope = scopeCount++;
        types[scope] = (byte) type.ordinal();
        names[scope] = name;
        nodes[scope] = node;
        positions[scope] = position;
        parents[scope] = parent;
        outsides[scope] = outside(parent);
        flags[scope] = 0;
        firstChild[scope] = NONE;
        lastChild[scope] = NONE;
        nextSibling[scope] = NONE;
        firstSymbol[scope] = NONE;
        lastSymbol[scope] = NONE;
        iterableDepth[scope] = 0;
        mangledNames[scope] = NONE;
        annotationScope[scope] = NONE;
        descriptions[scope] = null;
        return scope;
    }

    /// Remembers that the annotation of a variable belongs to a scope of annotations.
    void addAnnotation(int scope, int node) {
        if (annotationCount == annotationNode.length) {
            annotationNode = Arrays.copyOf(annotationNode, annotationCount * 2);
            annotationOwner = Arrays.copyOf(annotationOwner, annotationCount * 2);
        }
        annotationNode[annotationCount] = node;
        annotationOwner[annotationCount++] = scope;
    }

    void appendChild(int parent, int child) {
        if (firstChild[parent] == NONE) {
            firstChild[parent] = child;
        } else {
            nextSibling[lastChild[parent]] = child;
        }
        lastChild[parent] = child;
    }

    /// The symbol of a name in a scope, or [#NONE].
    int find(int scope, int name) {
        if (name < latestUsed) {
            int symbol = latest[name];
            if (symbol != NONE && symbolScope[symbol] == scope) {
                return symbol;
            }
        }
        int symbol = index.get(scope, name);
        if (symbol != PairTable.ABSENT) {
            latest[name] = symbol;
        }
        return symbol;
    }

    /// Adds a symbol that the scope doesn't have yet.
    int addSymbol(int scope, int name, int flags) {
        if (symbolCount == symbolName.length) {
            growSymbols();
        }
        int symbol = symbolCount++;
        symbolScope[symbol] = scope;
        symbolName[symbol] = name;
        symbolFlags[symbol] = flags;
        nextSymbol[symbol] = NONE;
        if (firstSymbol[scope] == NONE) {
            firstSymbol[scope] = symbol;
        } else {
            nextSymbol[lastSymbol[scope]] = symbol;
        }
        lastSymbol[scope] = symbol;
        index.add(scope, name, symbol);
        remember(name, symbol);
        return symbol;
    }

    int scopeOf(int symbol) {
        return (symbolFlags[symbol] & SymbolFlags.SCOPE_MASK) >> SymbolFlags.SCOPE_SHIFT;
    }

    void setScope(int symbol, SymbolScope scope) {
        symbolFlags[symbol] = symbolFlags[symbol] & ~SymbolFlags.SCOPE_MASK
                | scope.ordinal() << SymbolFlags.SCOPE_SHIFT;
    }

    private void remember(int name, int symbol) {
        if (name >= latest.length) {
            int old = latest.length;
            latest = Arrays.copyOf(latest, Math.max(name + 1, old * 2));
            Arrays.fill(latest, old, latest.length, NONE);
        }
        latestUsed = Math.max(latestUsed, name + 1);
        latest[name] = symbol;
    }

    private void growScopes() {
        int capacity = types.length * 2;
        types = Arrays.copyOf(types, capacity);
        names = Arrays.copyOf(names, capacity);
        nodes = Arrays.copyOf(nodes, capacity);
        positions = Arrays.copyOf(positions, capacity);
        lineShifts = Arrays.copyOf(lineShifts, capacity);
        parents = Arrays.copyOf(parents, capacity);
        outsides = Arrays.copyOf(outsides, capacity);
        flags = Arrays.copyOf(flags, capacity);
        firstChild = Arrays.copyOf(firstChild, capacity);
        lastChild = Arrays.copyOf(lastChild, capacity);
        nextSibling = Arrays.copyOf(nextSibling, capacity);
        firstSymbol = Arrays.copyOf(firstSymbol, capacity);
        lastSymbol = Arrays.copyOf(lastSymbol, capacity);
        iterableDepth = Arrays.copyOf(iterableDepth, capacity);
        mangledNames = Arrays.copyOf(mangledNames, capacity);
        annotationScope = Arrays.copyOf(annotationScope, capacity);
        descriptions = Arrays.copyOf(descriptions, capacity);
    }

    private void growSymbols() {
        int capacity = symbolName.length * 2;
        symbolScope = Arrays.copyOf(symbolScope, capacity);
        symbolName = Arrays.copyOf(symbolName, capacity);
        symbolFlags = Arrays.copyOf(symbolFlags, capacity);
        nextSymbol = Arrays.copyOf(nextSymbol, capacity);
    }
}
