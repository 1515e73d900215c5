package dev.quarry.syntax.facts;

/// Annotations, bounds and defaults of type parameters, aliased types, and what type comments say.
public final class TypeExpressions extends FactTable {
    /// What the expression is for.
    public enum Role {
        PARAM, RETURN, VARIABLE, BOUND, DEFAULT, ALIAS_VALUE;

        private static final Role[] VALUES = values();
    }

    static final int OWNER = 2;
    private static final int ROLE = 3;
    private static final int SUBJECT_START = 4;
    private static final int SUBJECT_END = 5;

    TypeExpressions() {
        super(6);
    }

    void add(int start, int end, int owner, Role role, int subjectStart, int subjectEnd) {
        int row = row(start, end);
        put(row, OWNER, owner);
        put(row, ROLE, role.ordinal());
        put(row, SUBJECT_START, subjectStart);
        put(row, SUBJECT_END, subjectEnd);
    }

    /// Of [Definitions]: the function of a parameter or returned value, else the nearest definition around; -1 when
    /// there is none.
    public int owner(int fact) {
        return get(fact, OWNER);
    }

    public Role role(int fact) {
        return Role.VALUES[get(fact, ROLE)];
    }

    /// Where the text begins that says what has the type: a parameter, a target, an alias; -1 for a returned value.
    public int subjectStart(int fact) {
        return get(fact, SUBJECT_START);
    }

    /// Where that text ends.
    public int subjectEnd(int fact) {
        return get(fact, SUBJECT_END);
    }
}
