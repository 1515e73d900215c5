package dev.quarry.syntax.facts;

import dev.quarry.syntax.cst.CstKind;

/// Occurrences of names and attributes.
///
/// Names of definitions, imports, keywords and `global` statements are none, and neither is what stands in string
/// annotations and type comments.
public final class References extends FactTable {
    /// What is done with the name or attribute.
    public enum Context {
        LOAD("Load"), STORE("Store"), DEL("Del");

        private static final Context[] VALUES = values();

        private final String pythonName;

        Context(String pythonName) {
            this.pythonName = pythonName;
        }

        /// CPython's class of it.
        public String pythonName() {
            return pythonName;
        }
    }

    private static final CstKind[] KINDS = CstKind.values();
    private static final int NAME_TOKEN = 2;
    private static final int TRAITS = 3;

    // Bits of TRAITS.
    private static final int CONTEXT = 0b11;
    private static final int ATTRIBUTE = 1 << 2;
    private static final int BASE = 1 << 3;
    private static final int EXTENDS_PREVIOUS = 1 << 4;
    private static final int PARENT_SHIFT = 8;

    References() {
        super(4);
    }

    void addName(int start, int end, int nameToken, int context, CstKind parent, boolean isBase) {
        add(start, end, nameToken, context | (isBase ? BASE : 0) | parent.ordinal() << PARENT_SHIFT);
    }

    /// @param ofName whether the base is a name or an attribute without parentheses
    void addAttribute(int start, int end, int nameToken, int context, CstKind parent, boolean isBase,
            boolean ofName) {
        add(start, end, nameToken, context | ATTRIBUTE | (isBase ? BASE : 0) | (ofName ? EXTENDS_PREVIOUS : 0)
                | parent.ordinal() << PARENT_SHIFT);
    }

    private void add(int start, int end, int nameToken, int traits) {
        int row = row(start, end);
        put(row, NAME_TOKEN, nameToken);
        put(row, TRAITS, traits);
    }

    /// The NAME token of the name, or of the attribute's own.
    public int nameToken(int fact) {
        return get(fact, NAME_TOKEN);
    }

    public boolean isAttribute(int fact) {
        return (get(fact, TRAITS) & ATTRIBUTE) != 0;
    }

    /// Whether an attribute is taken of it.
    public boolean isAttributeBase(int fact) {
        return (get(fact, TRAITS) & BASE) != 0;
    }

    /// Whether it is an attribute of the fact before, which is a name or an attribute and has no parentheses.
    public boolean extendsPrevious(int fact) {
        return (get(fact, TRAITS) & EXTENDS_PREVIOUS) != 0;
    }

    public Context context(int fact) {
        return Context.VALUES[get(fact, TRAITS) & CONTEXT];
    }

    /// LibCST's class of the node right around it, parentheses left aside.
    public CstKind parent(int fact) {
        return KINDS[get(fact, TRAITS) >>> PARENT_SHIFT];
    }
}
