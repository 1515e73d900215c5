package dev.quarry.syntax.facts;

/// Arguments of calls; where they begin and end is the value, without parentheses around it.
public final class Arguments extends FactTable {
    private static final int CALL = 2;
    private static final int INDEX = 3;
    private static final int KEYWORD_TOKEN = 4;
    private static final int STARS = 5;

    Arguments() {
        super(6);
    }

    void add(int start, int end, int call, int index, int keywordToken, int stars) {
        int row = row(start, end);
        put(row, CALL, call);
        put(row, INDEX, index);
        put(row, KEYWORD_TOKEN, keywordToken);
        put(row, STARS, stars);
    }

    /// The CALL node.
    public int call(int fact) {
        return get(fact, CALL);
    }

    /// The argument's place as written, from 0.
    public int index(int fact) {
        return get(fact, INDEX);
    }

    /// The NAME token before `=`, -1 when there is none.
    public int keywordToken(int fact) {
        return get(fact, KEYWORD_TOKEN);
    }

    /// How many stars stand before the value: 0, 1 or 2.
    public int stars(int fact) {
        return get(fact, STARS);
    }
}
