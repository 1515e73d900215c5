package dev.quarry.extract.cst;

import java.util.Locale;

/// The lists of facts of the family; each can be left out.
public enum CstPart {
    PARSE_ERRORS, NODES, TOKENS, TRIVIA, REFS, IMPORTS, CALLSITES, DEFS, TYPE_EXPRS, DOCSTRINGS, DECORATORS, CALL_ARGS;

    /// The name of the option, e.g. `include_call_args`.
    public String option() {
        return "include_" + name().toLowerCase(Locale.ROOT);
    }
}
