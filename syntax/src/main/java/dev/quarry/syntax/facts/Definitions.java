package dev.quarry.syntax.facts;

/// Functions and classes that have a name; they begin at `async`, `def` or `class`, after decorators.
///
/// Outer ones begin first, but of the branches of a statement the last is met first: what belongs to a definition
/// refers
/// to its row, until all are sorted.
public final class Definitions extends FactTable {
    /// What is defined.
    public enum Kind {
        FUNCTION, ASYNC_FUNCTION, CLASS;

        private static final Kind[] VALUES = values();
    }

    private static final int NODE = 2;
    private static final int KIND = 3;
    static final int CONTAINER = 4;
    private static final int NAME_TOKEN = 5;
    private static final int DECORATORS = 6;
    private static final int PARAMETERS = 7;

    Definitions() {
        super(8);
    }

    int add(int start, int end, int node, Kind kind, int container, int nameToken, int decorators, int parameters) {
        int row = row(start, end);
        put(row, NODE, node);
        put(row, KIND, kind.ordinal());
        put(row, CONTAINER, container);
        put(row, NAME_TOKEN, nameToken);
        put(row, DECORATORS, decorators);
        put(row, PARAMETERS, parameters);
        return row;
    }

    /// The FUNCTION_DEF or CLASS_DEF node.
    public int node(int fact) {
        return get(fact, NODE);
    }

    public Kind kind(int fact) {
        return Kind.VALUES[get(fact, KIND)];
    }

    /// The nearest definition around, -1 when there is none.
    public int container(int fact) {
        return get(fact, CONTAINER);
    }

    /// The NAME token.
    public int nameToken(int fact) {
        return get(fact, NAME_TOKEN);
    }

    /// Number of decorators.
    public int decorators(int fact) {
        return get(fact, DECORATORS);
    }

    /// Number of parameters, -1 for a class.
    public int parameters(int fact) {
        return get(fact, PARAMETERS);
    }
}
