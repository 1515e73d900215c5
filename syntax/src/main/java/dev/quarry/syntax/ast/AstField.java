package dev.quarry.syntax.ast;

import java.util.HashMap;
import java.util.Map;

/// The names that occur in `_fields` of CPython's node classes.
public enum AstField {
    ANNOTATION, ARG, ARGS, ARGTYPES, ASNAME, ATTR, BASES, BODY, BOUND, CASES, CAUSE, CLS, COMPARATORS, CONTEXT_EXPR,
    CONVERSION, CTX, DECORATOR_LIST, DEFAULT_VALUE, DEFAULTS, ELT, ELTS, EXC, FINALBODY, FORMAT_SPEC, FUNC,
    GENERATORS, GUARD, HANDLERS, ID, IFS, IS_ASYNC, IS_LAZY, ITEMS, ITER, KEY, KEYS, KEYWORDS, KIND, KW_DEFAULTS,
    KWARG, KWD_ATTRS, KWD_PATTERNS, KWONLYARGS, LEFT, LEVEL, LINENO, LOWER, MODULE, MSG, NAME, NAMES, OP, OPERAND,
    OPS, OPTIONAL_VARS, ORELSE, PATTERN, PATTERNS, POSONLYARGS, REST, RETURNS, RIGHT, SIMPLE, SLICE, STEP, STR,
    SUBJECT, TAG, TARGET, TARGETS, TEST, TYPE, TYPE_COMMENT, TYPE_IGNORES, TYPE_PARAMS, UPPER, VALUE, VALUES, VARARG;

    private static final AstField[] ALL = values();
    private static final Map<String, AstField> BY_NAME = new HashMap<>();

    static {
        for (AstField field : ALL) {
            BY_NAME.put(field.pythonName, field);
        }
    }

    private final String pythonName = name().toLowerCase(java.util.Locale.ROOT);

    /// The name as Python spells it: `decorator_list`.
    public String pythonName() {
        return pythonName;
    }

    /// The field of that name; null when no node class has one.
    public static AstField ofName(String pythonName) {
        return BY_NAME.get(pythonName);
    }

    static AstField of(int ordinal) {
        return ALL[ordinal];
    }
}
