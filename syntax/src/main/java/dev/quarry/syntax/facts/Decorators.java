package dev.quarry.syntax.facts;

/// Decorators, from the at-sign to the end of the expression.
public final class Decorators extends FactTable {
    static final int OWNER = 2;
    private static final int INDEX = 3;
    private static final int EXPRESSION = 4;

    Decorators() {
        super(5);
    }

    void add(int start, int end, int owner, int index, int expression) {
        int row = row(start, end);
        put(row, OWNER, owner);
        put(row, INDEX, index);
        put(row, EXPRESSION, expression);
    }

    /// The decorated definition, of [Definitions].
    public int owner(int fact) {
        return get(fact, OWNER);
    }

    /// The place among the definition's decorators, from 0.
    public int index(int fact) {
        return get(fact, INDEX);
    }

    /// The node behind the at-sign.
    public int expression(int fact) {
        return get(fact, EXPRESSION);
    }
}
