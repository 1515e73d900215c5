package dev.quarry.syntax.ast;

import static dev.quarry.syntax.PythonVersion.PY38;
import static dev.quarry.syntax.PythonVersion.PY310;
import static dev.quarry.syntax.PythonVersion.PY311;
import static dev.quarry.syntax.PythonVersion.PY312;
import static dev.quarry.syntax.PythonVersion.PY313;
import static dev.quarry.syntax.PythonVersion.PY314;
import static dev.quarry.syntax.PythonVersion.PY315;
import static dev.quarry.syntax.ast.AstField.ANNOTATION;
import static dev.quarry.syntax.ast.AstField.ARGS;
import static dev.quarry.syntax.ast.AstField.ARGTYPES;
import static dev.quarry.syntax.ast.AstField.ASNAME;
import static dev.quarry.syntax.ast.AstField.ATTR;
import static dev.quarry.syntax.ast.AstField.BASES;
import static dev.quarry.syntax.ast.AstField.BODY;
import static dev.quarry.syntax.ast.AstField.BOUND;
import static dev.quarry.syntax.ast.AstField.CASES;
import static dev.quarry.syntax.ast.AstField.CAUSE;
import static dev.quarry.syntax.ast.AstField.CLS;
import static dev.quarry.syntax.ast.AstField.COMPARATORS;
import static dev.quarry.syntax.ast.AstField.CONTEXT_EXPR;
import static dev.quarry.syntax.ast.AstField.CONVERSION;
import static dev.quarry.syntax.ast.AstField.CTX;
import static dev.quarry.syntax.ast.AstField.DECORATOR_LIST;
import static dev.quarry.syntax.ast.AstField.DEFAULTS;
import static dev.quarry.syntax.ast.AstField.DEFAULT_VALUE;
import static dev.quarry.syntax.ast.AstField.ELT;
import static dev.quarry.syntax.ast.AstField.ELTS;
import static dev.quarry.syntax.ast.AstField.EXC;
import static dev.quarry.syntax.ast.AstField.FINALBODY;
import static dev.quarry.syntax.ast.AstField.FORMAT_SPEC;
import static dev.quarry.syntax.ast.AstField.FUNC;
import static dev.quarry.syntax.ast.AstField.GENERATORS;
import static dev.quarry.syntax.ast.AstField.GUARD;
import static dev.quarry.syntax.ast.AstField.HANDLERS;
import static dev.quarry.syntax.ast.AstField.ID;
import static dev.quarry.syntax.ast.AstField.IFS;
import static dev.quarry.syntax.ast.AstField.IS_ASYNC;
import static dev.quarry.syntax.ast.AstField.IS_LAZY;
import static dev.quarry.syntax.ast.AstField.ITEMS;
import static dev.quarry.syntax.ast.AstField.ITER;
import static dev.quarry.syntax.ast.AstField.KEY;
import static dev.quarry.syntax.ast.AstField.KEYS;
import static dev.quarry.syntax.ast.AstField.KEYWORDS;
import static dev.quarry.syntax.ast.AstField.KIND;
import static dev.quarry.syntax.ast.AstField.KWARG;
import static dev.quarry.syntax.ast.AstField.KWD_ATTRS;
import static dev.quarry.syntax.ast.AstField.KWD_PATTERNS;
import static dev.quarry.syntax.ast.AstField.KWONLYARGS;
import static dev.quarry.syntax.ast.AstField.KW_DEFAULTS;
import static dev.quarry.syntax.ast.AstField.LEFT;
import static dev.quarry.syntax.ast.AstField.LEVEL;
import static dev.quarry.syntax.ast.AstField.LINENO;
import static dev.quarry.syntax.ast.AstField.LOWER;
import static dev.quarry.syntax.ast.AstField.MSG;
import static dev.quarry.syntax.ast.AstField.NAMES;
import static dev.quarry.syntax.ast.AstField.OP;
import static dev.quarry.syntax.ast.AstField.OPERAND;
import static dev.quarry.syntax.ast.AstField.OPS;
import static dev.quarry.syntax.ast.AstField.OPTIONAL_VARS;
import static dev.quarry.syntax.ast.AstField.ORELSE;
import static dev.quarry.syntax.ast.AstField.PATTERN;
import static dev.quarry.syntax.ast.AstField.PATTERNS;
import static dev.quarry.syntax.ast.AstField.POSONLYARGS;
import static dev.quarry.syntax.ast.AstField.REST;
import static dev.quarry.syntax.ast.AstField.RETURNS;
import static dev.quarry.syntax.ast.AstField.RIGHT;
import static dev.quarry.syntax.ast.AstField.SIMPLE;
import static dev.quarry.syntax.ast.AstField.STEP;
import static dev.quarry.syntax.ast.AstField.STR;
import static dev.quarry.syntax.ast.AstField.SUBJECT;
import static dev.quarry.syntax.ast.AstField.TAG;
import static dev.quarry.syntax.ast.AstField.TARGET;
import static dev.quarry.syntax.ast.AstField.TARGETS;
import static dev.quarry.syntax.ast.AstField.TEST;
import static dev.quarry.syntax.ast.AstField.TYPE;
import static dev.quarry.syntax.ast.AstField.TYPE_COMMENT;
import static dev.quarry.syntax.ast.AstField.TYPE_IGNORES;
import static dev.quarry.syntax.ast.AstField.TYPE_PARAMS;
import static dev.quarry.syntax.ast.AstField.UPPER;
import static dev.quarry.syntax.ast.AstField.VALUE;
import static dev.quarry.syntax.ast.AstField.VALUES;
import static dev.quarry.syntax.ast.AstField.VARARG;
import static dev.quarry.syntax.ast.AstKind.FieldType.IDENTIFIER;
import static dev.quarry.syntax.ast.AstKind.FieldType.IDENTIFIER_LIST;
import static dev.quarry.syntax.ast.AstKind.FieldType.INTEGER;
import static dev.quarry.syntax.ast.AstKind.FieldType.NODE;
import static dev.quarry.syntax.ast.AstKind.FieldType.NODE_LIST;
import static dev.quarry.syntax.ast.AstKind.FieldType.OPTIONAL_IDENTIFIER;
import static dev.quarry.syntax.ast.AstKind.FieldType.OPTIONAL_NODE;
import static dev.quarry.syntax.ast.AstKind.FieldType.OPTIONAL_STRING;
import static dev.quarry.syntax.ast.AstKind.FieldType.STRING;

import dev.quarry.syntax.PythonVersion;
import java.util.List;

/// The node classes of CPython's `ast` module that a parse can yield, 3.8 to 3.15, in the order of `Python.asdl`.
///
/// Each declares its `_fields` once, in order, with the release that brought a field where that is not the class's
/// own. 3.8 has the classes of 3.9: no `Index` and `ExtSlice`.
public enum AstKind {
    MODULE("Module", PY38, Position.NEVER, nodes(BODY), nodes(TYPE_IGNORES)),
    INTERACTIVE("Interactive", PY38, Position.NEVER, nodes(BODY)),
    EXPRESSION("Expression", PY38, Position.NEVER, node(BODY)),
    FUNCTION_TYPE("FunctionType", PY38, Position.NEVER, nodes(ARGTYPES), node(RETURNS)),
    FUNCTION_DEF("FunctionDef", PY38, Position.ALWAYS, name(AstField.NAME), node(ARGS), nodes(BODY),
            nodes(DECORATOR_LIST), optional(RETURNS), optionalText(TYPE_COMMENT), nodes(TYPE_PARAMS, PY312)),
    ASYNC_FUNCTION_DEF("AsyncFunctionDef", PY38, Position.ALWAYS, name(AstField.NAME), node(ARGS), nodes(BODY),
            nodes(DECORATOR_LIST), optional(RETURNS), optionalText(TYPE_COMMENT), nodes(TYPE_PARAMS, PY312)),
    CLASS_DEF("ClassDef", PY38, Position.ALWAYS, name(AstField.NAME), nodes(BASES), nodes(KEYWORDS), nodes(BODY),
            nodes(DECORATOR_LIST), nodes(TYPE_PARAMS, PY312)),
    RETURN("Return", PY38, Position.ALWAYS, optional(VALUE)),
    DELETE("Delete", PY38, Position.ALWAYS, nodes(TARGETS)),
    ASSIGN("Assign", PY38, Position.ALWAYS, nodes(TARGETS), node(VALUE), optionalText(TYPE_COMMENT)),
    TYPE_ALIAS("TypeAlias", PY312, Position.ALWAYS, node(AstField.NAME), nodes(TYPE_PARAMS), node(VALUE)),
    AUG_ASSIGN("AugAssign", PY38, Position.ALWAYS, node(TARGET), node(OP), node(VALUE)),
    ANN_ASSIGN("AnnAssign", PY38, Position.ALWAYS, node(TARGET), node(ANNOTATION), optional(VALUE), number(SIMPLE)),
    FOR("For", PY38, Position.ALWAYS, node(TARGET), node(ITER), nodes(BODY), nodes(ORELSE), optionalText(TYPE_COMMENT)),
    ASYNC_FOR("AsyncFor", PY38, Position.ALWAYS, node(TARGET), node(ITER), nodes(BODY), nodes(ORELSE),
            optionalText(TYPE_COMMENT)),
    WHILE("While", PY38, Position.ALWAYS, node(TEST), nodes(BODY), nodes(ORELSE)),
    IF("If", PY38, Position.ALWAYS, node(TEST), nodes(BODY), nodes(ORELSE)),
    WITH("With", PY38, Position.ALWAYS, nodes(ITEMS), nodes(BODY), optionalText(TYPE_COMMENT)),
    ASYNC_WITH("AsyncWith", PY38, Position.ALWAYS, nodes(ITEMS), nodes(BODY), optionalText(TYPE_COMMENT)),
    MATCH("Match", PY310, Position.ALWAYS, node(SUBJECT), nodes(CASES)),
    RAISE("Raise", PY38, Position.ALWAYS, optional(EXC), optional(CAUSE)),
    TRY("Try", PY38, Position.ALWAYS, nodes(BODY), nodes(HANDLERS), nodes(ORELSE), nodes(FINALBODY)),
    TRY_STAR("TryStar", PY311, Position.ALWAYS, nodes(BODY), nodes(HANDLERS), nodes(ORELSE), nodes(FINALBODY)),
    ASSERT("Assert", PY38, Position.ALWAYS, node(TEST), optional(MSG)),
    IMPORT("Import", PY38, Position.ALWAYS, nodes(NAMES), number(IS_LAZY, PY315)),
    IMPORT_FROM("ImportFrom", PY38, Position.ALWAYS, optionalName(AstField.MODULE), nodes(NAMES), number(LEVEL),
            number(IS_LAZY, PY315)),
    GLOBAL("Global", PY38, Position.ALWAYS, names(NAMES)),
    NONLOCAL("Nonlocal", PY38, Position.ALWAYS, names(NAMES)),
    EXPR("Expr", PY38, Position.ALWAYS, node(VALUE)),
    PASS("Pass", PY38, Position.ALWAYS),
    BREAK("Break", PY38, Position.ALWAYS),
    CONTINUE("Continue", PY38, Position.ALWAYS),
    BOOL_OP("BoolOp", PY38, Position.ALWAYS, node(OP), nodes(VALUES)),
    NAMED_EXPR("NamedExpr", PY38, Position.ALWAYS, node(TARGET), node(VALUE)),
    BIN_OP("BinOp", PY38, Position.ALWAYS, node(LEFT), node(OP), node(RIGHT)),
    UNARY_OP("UnaryOp", PY38, Position.ALWAYS, node(OP), node(OPERAND)),
    LAMBDA("Lambda", PY38, Position.ALWAYS, node(ARGS), node(BODY)),
    IF_EXP("IfExp", PY38, Position.ALWAYS, node(TEST), node(BODY), node(ORELSE)),
    DICT("Dict", PY38, Position.ALWAYS, nodes(KEYS), nodes(VALUES)),
    SET("Set", PY38, Position.ALWAYS, nodes(ELTS)),
    LIST_COMP("ListComp", PY38, Position.ALWAYS, node(ELT), nodes(GENERATORS)),
    SET_COMP("SetComp", PY38, Position.ALWAYS, node(ELT), nodes(GENERATORS)),
    DICT_COMP("DictComp", PY38, Position.ALWAYS, node(KEY), optional(VALUE), nodes(GENERATORS)),
    GENERATOR_EXP("GeneratorExp", PY38, Position.ALWAYS, node(ELT), nodes(GENERATORS)),
    AWAIT("Await", PY38, Position.ALWAYS, node(VALUE)),
    YIELD("Yield", PY38, Position.ALWAYS, optional(VALUE)),
    YIELD_FROM("YieldFrom", PY38, Position.ALWAYS, node(VALUE)),
    COMPARE("Compare", PY38, Position.ALWAYS, node(LEFT), nodes(OPS), nodes(COMPARATORS)),
    CALL("Call", PY38, Position.ALWAYS, node(FUNC), nodes(ARGS), nodes(KEYWORDS)),
    FORMATTED_VALUE("FormattedValue", PY38, Position.ALWAYS, node(VALUE), number(CONVERSION), optional(FORMAT_SPEC)),
    INTERPOLATION("Interpolation", PY314, Position.ALWAYS, node(VALUE), constant(STR), number(CONVERSION),
            optional(FORMAT_SPEC)),
    JOINED_STR("JoinedStr", PY38, Position.ALWAYS, nodes(VALUES)),
    TEMPLATE_STR("TemplateStr", PY314, Position.ALWAYS, nodes(VALUES)),
    CONSTANT("Constant", PY38, Position.ALWAYS, constant(VALUE), optionalText(KIND)),
    ATTRIBUTE("Attribute", PY38, Position.ALWAYS, node(VALUE), name(ATTR), node(CTX)),
    SUBSCRIPT("Subscript", PY38, Position.ALWAYS, node(VALUE), node(AstField.SLICE), node(CTX)),
    STARRED("Starred", PY38, Position.ALWAYS, node(VALUE), node(CTX)),
    NAME("Name", PY38, Position.ALWAYS, name(ID), node(CTX)),
    LIST("List", PY38, Position.ALWAYS, nodes(ELTS), node(CTX)),
    TUPLE("Tuple", PY38, Position.ALWAYS, nodes(ELTS), node(CTX)),
    SLICE("Slice", PY38, Position.ALWAYS, optional(LOWER), optional(UPPER), optional(STEP)),
    LOAD("Load", PY38, Position.NEVER),
    STORE("Store", PY38, Position.NEVER),
    DEL("Del", PY38, Position.NEVER),
    AND("And", PY38, Position.NEVER),
    OR("Or", PY38, Position.NEVER),
    ADD("Add", PY38, Position.NEVER),
    SUB("Sub", PY38, Position.NEVER),
    MULT("Mult", PY38, Position.NEVER),
    MAT_MULT("MatMult", PY38, Position.NEVER),
    DIV("Div", PY38, Position.NEVER),
    MOD("Mod", PY38, Position.NEVER),
    POW("Pow", PY38, Position.NEVER),
    L_SHIFT("LShift", PY38, Position.NEVER),
    R_SHIFT("RShift", PY38, Position.NEVER),
    BIT_OR("BitOr", PY38, Position.NEVER),
    BIT_XOR("BitXor", PY38, Position.NEVER),
    BIT_AND("BitAnd", PY38, Position.NEVER),
    FLOOR_DIV("FloorDiv", PY38, Position.NEVER),
    INVERT("Invert", PY38, Position.NEVER),
    NOT("Not", PY38, Position.NEVER),
    U_ADD("UAdd", PY38, Position.NEVER),
    U_SUB("USub", PY38, Position.NEVER),
    EQ("Eq", PY38, Position.NEVER),
    NOT_EQ("NotEq", PY38, Position.NEVER),
    LT("Lt", PY38, Position.NEVER),
    LT_E("LtE", PY38, Position.NEVER),
    GT("Gt", PY38, Position.NEVER),
    GT_E("GtE", PY38, Position.NEVER),
    IS("Is", PY38, Position.NEVER),
    IS_NOT("IsNot", PY38, Position.NEVER),
    IN("In", PY38, Position.NEVER),
    NOT_IN("NotIn", PY38, Position.NEVER),
    COMPREHENSION("comprehension", PY38, Position.NEVER, node(TARGET), node(ITER), nodes(IFS), number(IS_ASYNC)),
    EXCEPT_HANDLER("ExceptHandler", PY38, Position.ALWAYS, optional(TYPE), optionalName(AstField.NAME), nodes(BODY)),
    ARGUMENTS("arguments", PY38, Position.NEVER, nodes(POSONLYARGS), nodes(ARGS), optional(VARARG), nodes(KWONLYARGS),
            nodes(KW_DEFAULTS), optional(KWARG), nodes(DEFAULTS)),
    ARG("arg", PY38, Position.ALWAYS, name(AstField.ARG), optional(ANNOTATION), optionalText(TYPE_COMMENT)),
    KEYWORD("keyword", PY38, Position.ALWAYS, optionalName(AstField.ARG), node(VALUE)),
    ALIAS("alias", PY38, Position.SINCE_3_10, name(AstField.NAME), optionalName(ASNAME)),
    WITHITEM("withitem", PY38, Position.NEVER, node(CONTEXT_EXPR), optional(OPTIONAL_VARS)),
    MATCH_CASE("match_case", PY310, Position.NEVER, node(PATTERN), optional(GUARD), nodes(BODY)),
    MATCH_VALUE("MatchValue", PY310, Position.ALWAYS, node(VALUE)),
    MATCH_SINGLETON("MatchSingleton", PY310, Position.ALWAYS, constant(VALUE)),
    MATCH_SEQUENCE("MatchSequence", PY310, Position.ALWAYS, nodes(PATTERNS)),
    MATCH_MAPPING("MatchMapping", PY310, Position.ALWAYS, nodes(KEYS), nodes(PATTERNS), optionalName(REST)),
    MATCH_CLASS("MatchClass", PY310, Position.ALWAYS, node(CLS), nodes(PATTERNS), names(KWD_ATTRS),
            nodes(KWD_PATTERNS)),
    MATCH_STAR("MatchStar", PY310, Position.ALWAYS, optionalName(AstField.NAME)),
    MATCH_AS("MatchAs", PY310, Position.ALWAYS, optional(PATTERN), optionalName(AstField.NAME)),
    MATCH_OR("MatchOr", PY310, Position.ALWAYS, nodes(PATTERNS)),
    TYPE_IGNORE("TypeIgnore", PY38, Position.NEVER, number(LINENO), text(TAG)),
    TYPE_VAR("TypeVar", PY312, Position.ALWAYS, name(AstField.NAME), optional(BOUND), optional(DEFAULT_VALUE, PY313)),
    PARAM_SPEC("ParamSpec", PY312, Position.ALWAYS, name(AstField.NAME), optional(DEFAULT_VALUE, PY313)),
    TYPE_VAR_TUPLE("TypeVarTuple", PY312, Position.ALWAYS, name(AstField.NAME), optional(DEFAULT_VALUE, PY313));

    /// What a field holds.
    public enum FieldType {
        NODE, OPTIONAL_NODE, NODE_LIST, IDENTIFIER, OPTIONAL_IDENTIFIER, IDENTIFIER_LIST,
        /// A Python constant, known by its repr.
        CONSTANT,
        INTEGER, STRING, OPTIONAL_STRING;

        /// Whether the field is a list of nodes or of identifiers.
        public boolean isList() {
            return this == NODE_LIST || this == IDENTIFIER_LIST;
        }

        /// Whether the field's content has rows of its own.
        public boolean isNode() {
            return this == NODE || this == OPTIONAL_NODE || this == NODE_LIST;
        }
    }

    /// An element of `_fields`.
    ///
    /// @param since the first release whose class has the field
    public record FieldSpec(AstField field, FieldType type, PythonVersion since) {}

    /// When nodes of a class have `lineno`, `col_offset`, `end_lineno` and `end_col_offset`.
    private enum Position { ALWAYS, NEVER, SINCE_3_10 }

    private static final AstKind[] ALL = values();

    private final String pythonName;
    private final PythonVersion since;
    private final Position position;
    private final List<FieldSpec> fields;

    AstKind(String pythonName, PythonVersion since, Position position, FieldSpec... fields) {
        this.pythonName = pythonName;
        this.since = since;
        this.position = position;
        this.fields = List.of(fields);
    }

    /// The class name: `FunctionDef`, `arguments`, `Load`.
    public String pythonName() {
        return pythonName;
    }

    /// The first release that has the class.
    public PythonVersion since() {
        return since;
    }

    /// The class's `_fields` in order, of all releases; a release has those whose `since` it reaches.
    public List<FieldSpec> fields() {
        return fields;
    }

    /// Whether nodes of this class have a position in a release (its `_attributes` are not empty).
    public boolean hasPosition(PythonVersion version) {
        return switch (position) {
            case ALWAYS -> true;
            case NEVER -> false;
            case SINCE_3_10 -> version.isAtLeast(PY310);
        };
    }

    static AstKind of(int ordinal) {
        return ALL[ordinal];
    }

    private static FieldSpec node(AstField field) {
        return new FieldSpec(field, NODE, PY38);
    }

    private static FieldSpec optional(AstField field) {
        return optional(field, PY38);
    }

    private static FieldSpec optional(AstField field, PythonVersion since) {
        return new FieldSpec(field, OPTIONAL_NODE, since);
    }

    private static FieldSpec nodes(AstField field) {
        return nodes(field, PY38);
    }

    private static FieldSpec nodes(AstField field, PythonVersion since) {
        return new FieldSpec(field, NODE_LIST, since);
    }

    private static FieldSpec name(AstField field) {
        return new FieldSpec(field, IDENTIFIER, PY38);
    }

    private static FieldSpec optionalName(AstField field) {
        return new FieldSpec(field, OPTIONAL_IDENTIFIER, PY38);
    }

    private static FieldSpec names(AstField field) {
        return new FieldSpec(field, IDENTIFIER_LIST, PY38);
    }

    private static FieldSpec constant(AstField field) {
        return new FieldSpec(field, FieldType.CONSTANT, PY38);
    }

    private static FieldSpec number(AstField field) {
        return number(field, PY38);
    }

    private static FieldSpec number(AstField field, PythonVersion since) {
        return new FieldSpec(field, INTEGER, since);
    }

    private static FieldSpec text(AstField field) {
        return new FieldSpec(field, STRING, PY38);
    }

    private static FieldSpec optionalText(AstField field) {
        return new FieldSpec(field, OPTIONAL_STRING, PY38);
    }
}
