package dev.quarry.syntax.names;

/// What the visit records for a token: bits of one number, and a second number that they give a meaning.
///
/// Every name is one token for LibCST, too. An attribute's facts lie at its last name, which has none itself; those of a
/// call and of a subscript at the opening bracket.
final class TokenRoles {
    private TokenRoles() {}

    /// 0 for no context, else the ordinal of [ExpressionContext] plus 1.
    static final int CONTEXT = 3;
    /// The token is a `Name` of LibCST's.
    static final int NAME = 1 << 2;
    /// The token ends an attribute; all but NAME and this are the attribute's. The second number is the node at the
    /// beginning of its dotted name, calls and subscripts left out, unless it is an ACCESS.
    static final int ATTRIBUTE = 1 << 3;
    /// Read here; the second number is the count of assignments that the scope had seen.
    static final int ACCESS = 1 << 4;
    /// Assigned here; the second number is the symbol.
    static final int ASSIGNED = 1 << 5;
    /// The name of a function or class; the second number is the symbol.
    static final int DEFINITION = 1 << 6;
    /// A bracket; the second number is the node that is called or subscripted, other calls and subscripts left out.
    static final int BRACKET = 1 << 7;

    private static final int SCOPE_SHIFT = 8;

    private static final ExpressionContext[] CONTEXTS = ExpressionContext.values();

    /// @param scope or [Scopes#NONE]
    static int of(int flags, int scope) {
        return flags | scope + 1 << SCOPE_SHIFT;
    }

    static int context(ExpressionContext context) {
        return context.ordinal() + 1;
    }

    /// Null if there is none.
    static ExpressionContext contextOf(int facts) {
        int context = facts & CONTEXT;
        return context == 0 ? null : CONTEXTS[context - 1];
    }

    /// The scope, or [Scopes#NONE].
    static int scope(int facts) {
        return (facts >>> SCOPE_SHIFT) - 1;
    }

    static boolean has(int facts, int flag) {
        return (facts & flag) != 0;
    }
}
