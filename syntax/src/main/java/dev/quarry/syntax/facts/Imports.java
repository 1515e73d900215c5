package dev.quarry.syntax.facts;

/// Imported names, one fact for each alias; where they begin and end is the alias.
public final class Imports extends FactTable {
    private static final int ALIAS = 2;
    private static final int STATEMENT = 3;

    Imports() {
        super(4);
    }

    void add(int start, int end, int alias, int statement) {
        int row = row(start, end);
        put(row, ALIAS, alias);
        put(row, STATEMENT, statement);
    }

    /// The ALIAS node.
    public int alias(int fact) {
        return get(fact, ALIAS);
    }

    /// The IMPORT or IMPORT_FROM node.
    public int statement(int fact) {
        return get(fact, STATEMENT);
    }
}
