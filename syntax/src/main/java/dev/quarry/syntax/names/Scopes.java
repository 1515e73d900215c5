package dev.quarry.syntax.names;

import dev.quarry.syntax.symtable.PairTable;
import java.util.Arrays;

/// The scopes of a file and what is assigned in each, as LibCST's `Scope` classes keep it.
///
/// A symbol is a name that is assigned in a scope. LibCST keeps every assignment; all but imports give the same
/// qualified name, so that the earliest of them is enough here. An assignment's place is the number of statements like
/// assignments that its scope had seen before (`_assignment_count`).
final class Scopes {
    static final int NONE = -1;
    static final int GLOBAL = 0;
    /// In place of a symbol: the name is not assigned in the file, but may be a builtin.
    static final int UNASSIGNED = -1;

    private static final ScopeClass[] KINDS = ScopeClass.values();

    private int count;
    private byte[] kinds = new byte[16];
    private int[] parents = new int[16];
    /// The name of the function or class, or NONE.
    private int[] names = new int[16];
    private int[] assignments = new int[16];
    private boolean[] declares = new boolean[16];

    private final PairTable symbols = new PairTable();
    /// Global and nonlocal declarations: the scope that a scope's name refers to. Made with the first one.
    private PairTable declarations;

    private int symbolCount;
    private int[] symbolScopes = new int[32];
    private int[] symbolNames = new int[32];
    /// Place of the earliest assignment that is no import; the greatest number when there is none.
    private int[] firstPlaces = new int[32];
    /// The first of a symbol's imports, or NONE.
    private int[] firstImports = new int[32];
    private int[] lastImports = new int[32];

    /// By name: whether a scope assigns or declares it. Most names that are read are not: builtins, or of star imports.
    private boolean[] known = new boolean[256];

    private int importCount;
    private int[] importPlaces = new int[16];
    private int[] importTargets = new int[16];
    private int[] nextImports = new int[16];

    int add(ScopeClass kind, int parent, int name) {
        int scope = count++;
        if (scope == kinds.length) {
            kinds = Arrays.copyOf(kinds, scope * 2);
            parents = Arrays.copyOf(parents, scope * 2);
            names = Arrays.copyOf(names, scope * 2);
            assignments = Arrays.copyOf(assignments, scope * 2);
            declares = Arrays.copyOf(declares, scope * 2);
        }
        kinds[scope] = (byte) kind.ordinal();
        parents[scope] = parent;
        names[scope] = name;
        return scope;
    }

    int count() {
        return count;
    }

    ScopeClass kind(int scope) {
        return KINDS[kinds[scope]];
    }

    int parent(int scope) {
        return parents[scope];
    }

    int name(int scope) {
        return names[scope];
    }

    /// Assignments that a scope has seen.
    int assignments(int scope) {
        return assignments[scope];
    }

    void countAssignment(int scope) {
        assignments[scope]++;
    }

    // Assigning.

    /// Has a name of a scope refer to another scope, as `global` and `nonlocal` do.
    void declare(int scope, int name, int target) {
        if (declarations == null) {
            declarations = new PairTable();
        }
        declares[scope] = true;
        know(name);
        if (declarations.get(scope, name) == PairTable.ABSENT) {
            declarations.add(scope, name, target);
        }
    }

    /// Assigns a name, not by an import, and returns its symbol.
    int assign(int scope, int name) {
        int symbol = assignedSymbol(scope, name);
        firstPlaces[symbol] = Math.min(firstPlaces[symbol], assignments[symbolScopes[symbol]]);
        return symbol;
    }

    /// The symbol that an assignment to a name in a scope assigns.
    int assignedSymbol(int scope, int name) {
        return symbol(assignmentScope(scope, name), name);
    }

    /// Assigns a symbol by an import.
    ///
    /// @param target of [ImportTargets]
    void addImport(int symbol, int target) {
        int place = assignments[symbolScopes[symbol]];
        int added = importCount++;
        if (added == importPlaces.length) {
            importPlaces = Arrays.copyOf(importPlaces, added * 2);
            importTargets = Arrays.copyOf(importTargets, added * 2);
            nextImports = Arrays.copyOf(nextImports, added * 2);
        }
        importPlaces[added] = place;
        importTargets[added] = target;
        nextImports[added] = NONE;
        if (lastImports[symbol] == NONE) {
            firstImports[symbol] = added;
        } else {
            nextImports[lastImports[symbol]] = added;
        }
        lastImports[symbol] = added;
    }

    /// LibCST's `_find_assignment_target`: a declared name is assigned in the scope that it refers to, but for classes,
    /// which pass it on to the scope around.
    private int assignmentScope(int scope, int name) {
        int target = declared(scope, name);
        if (target == NONE) {
            return scope;
        }
        while (kind(target) == ScopeClass.CLASS) {
            target = parents[target];
        }
        return target;
    }

    private int symbol(int scope, int name) {
        int found = symbols.get(scope, name);
        if (found != PairTable.ABSENT) {
            return found;
        }
        int added = symbolCount++;
        if (added == symbolScopes.length) {
            symbolScopes = Arrays.copyOf(symbolScopes, added * 2);
            symbolNames = Arrays.copyOf(symbolNames, added * 2);
            firstPlaces = Arrays.copyOf(firstPlaces, added * 2);
            firstImports = Arrays.copyOf(firstImports, added * 2);
            lastImports = Arrays.copyOf(lastImports, added * 2);
        }
        symbolScopes[added] = scope;
        symbolNames[added] = name;
        firstPlaces[added] = Integer.MAX_VALUE;
        firstImports[added] = NONE;
        lastImports[added] = NONE;
        symbols.add(scope, name, added);
        know(name);
        return added;
    }

    private void know(int name) {
        if (name >= known.length) {
            known = Arrays.copyOf(known, Math.max(name + 1, known.length * 2));
        }
        known[name] = true;
    }

    private boolean isKnown(int name) {
        return name < known.length && known[name];
    }

    // Looking up.

    int symbolCount() {
        return symbolCount;
    }

    int symbolScope(int symbol) {
        return symbolScopes[symbol];
    }

    int symbolName(int symbol) {
        return symbolNames[symbol];
    }

    /// Place of the earliest assignment that is no import; the greatest number when there is none.
    int firstPlace(int symbol) {
        return firstPlaces[symbol];
    }

    /// The first of a symbol's imports, in order of their places, or NONE.
    int firstImport(int symbol) {
        return firstImports[symbol];
    }

    int nextImport(int entry) {
        return nextImports[entry];
    }

    int importPlace(int entry) {
        return importPlaces[entry];
    }

    int importTarget(int entry) {
        return importTargets[entry];
    }

    /// The symbol that a name means in a scope, or UNASSIGNED: LibCST's `scope[name]`.
    int find(int scope, int name) {
        return find(scope, name, scope);
    }

    /// @param from the scope that asks: only type parameters and aliases see the class around them
    int find(int scope, int name, int from) {
        int current = isKnown(name) ? scope : NONE;
        while (current != NONE) {
            int target = declared(current, name);
            if (target != NONE) {
                current = visible(target, from);
                continue;
            }
            int symbol = symbols.get(current, name);
            if (symbol != PairTable.ABSENT) {
                return symbol;
            }
            current = visible(parents[current], from);
        }
        return UNASSIGNED;
    }

    /// Whether a name is assigned as seen from a scope: LibCST's `name in scope`, which is not quite the same question
    /// as [#find].
    boolean contains(int scope, int name) {
        int current = isKnown(name) ? scope : NONE;
        while (current != NONE) {
            int target = declared(current, name);
            if (target != NONE) {
                current = target;
                continue;
            }
            if (symbols.get(current, name) != PairTable.ABSENT) {
                return true;
            }
            current = visible(parents[current], current);
        }
        return false;
    }

    private int declared(int scope, int name) {
        return declares[scope] ? declarations.get(scope, name) : NONE;
    }

    /// The first scope, from one on outwards, that is no class, or one that the asking scope may see.
    private int visible(int scope, int from) {
        int current = scope;
        while (current != NONE && kind(current) == ScopeClass.CLASS
                && !(parents[from] == current && kind(from) == ScopeClass.ANNOTATION)) {
            current = parents[current];
        }
        return current;
    }
}
