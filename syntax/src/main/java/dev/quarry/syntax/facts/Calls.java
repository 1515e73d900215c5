package dev.quarry.syntax.facts;

/// Calls.
public final class Calls extends FactTable {
    /// What is called, parentheses left aside.
    public enum Shape {
        NAME, ATTRIBUTE, SUBSCRIPT, OTHER;

        private static final Shape[] VALUES = values();
    }

    private static final int NODE = 2;
    private static final int CALLEE = 3;
    private static final int SHAPE = 4;
    private static final int NAME_TOKEN = 5;
    private static final int POSITIONAL = 6;
    private static final int KEYWORDS = 7;
    private static final int STARRED = 8;
    private static final int DOUBLE_STARRED = 9;

    Calls() {
        super(10);
    }

    int add(int start, int end, int node, int callee, Shape shape, int nameToken) {
        int row = row(start, end);
        put(row, NODE, node);
        put(row, CALLEE, callee);
        put(row, SHAPE, shape.ordinal());
        put(row, NAME_TOKEN, nameToken);
        return row;
    }

    void count(int row, int positional, int keywords, int starred, int doubleStarred) {
        put(row, POSITIONAL, positional);
        put(row, KEYWORDS, keywords);
        put(row, STARRED, starred);
        put(row, DOUBLE_STARRED, doubleStarred);
    }

    /// The CALL node.
    public int node(int fact) {
        return get(fact, NODE);
    }

    /// The node that is called, without parentheses around it.
    public int callee(int fact) {
        return get(fact, CALLEE);
    }

    public Shape shape(int fact) {
        return Shape.VALUES[get(fact, SHAPE)];
    }

    /// The callee's last NAME token, -1 when it is neither a name nor an attribute.
    public int nameToken(int fact) {
        return get(fact, NAME_TOKEN);
    }

    /// Positional arguments without star.
    public int positional(int fact) {
        return get(fact, POSITIONAL);
    }

    /// Keyword arguments without `**`.
    public int keywords(int fact) {
        return get(fact, KEYWORDS);
    }

    /// Arguments with `*`.
    public int starred(int fact) {
        return get(fact, STARRED);
    }

    /// Arguments with `**`.
    public int doubleStarred(int fact) {
        return get(fact, DOUBLE_STARRED);
    }
}
