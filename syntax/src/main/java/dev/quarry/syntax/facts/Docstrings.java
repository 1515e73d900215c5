package dev.quarry.syntax.facts;

/// Docstrings, empty ones included: string constants that are the first statement of a module, class or function.
public final class Docstrings extends FactTable {
    static final int OWNER = 2;
    private static final int STRINGS = 3;

    Docstrings() {
        super(4);
    }

    void add(int start, int end, int owner, int strings) {
        int row = row(start, end);
        put(row, OWNER, owner);
        put(row, STRINGS, strings);
    }

    /// Of [Definitions]; -1 for the module.
    public int owner(int fact) {
        return get(fact, OWNER);
    }

    /// The STRINGS node.
    public int strings(int fact) {
        return get(fact, STRINGS);
    }
}
