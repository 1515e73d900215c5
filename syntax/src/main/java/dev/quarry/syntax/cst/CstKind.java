package dev.quarry.syntax.cst;

/// The classes of LibCST's nodes, those of white space and comments left out (`libcst/_nodes/whitespace.py`).
public enum CstKind {
    // Files, lines and blocks.
    MODULE("Module"), SIMPLE_STATEMENT_LINE("SimpleStatementLine"), SIMPLE_STATEMENT_SUITE("SimpleStatementSuite"),
    INDENTED_BLOCK("IndentedBlock"),
    // Small statements and their parts.
    EXPR("Expr"), ASSIGN("Assign"), ASSIGN_TARGET("AssignTarget"), ANN_ASSIGN("AnnAssign"), AUG_ASSIGN("AugAssign"),
    DEL("Del"), PASS("Pass"), BREAK("Break"), CONTINUE("Continue"), RETURN("Return"), RAISE("Raise"),
    ASSERT("Assert"), GLOBAL("Global"), NONLOCAL("Nonlocal"), NAME_ITEM("NameItem"), IMPORT("Import"),
    IMPORT_FROM("ImportFrom"), IMPORT_ALIAS("ImportAlias"), IMPORT_STAR("ImportStar"), AS_NAME("AsName"),
    TYPE_ALIAS("TypeAlias"),
    // Compound statements and their parts.
    IF("If"), ELSE("Else"), WHILE("While"), FOR("For"), WITH("With"), WITH_ITEM("WithItem"), TRY("Try"),
    TRY_STAR("TryStar"), EXCEPT_HANDLER("ExceptHandler"), EXCEPT_STAR_HANDLER("ExceptStarHandler"),
    FINALLY("Finally"), MATCH("Match"), MATCH_CASE("MatchCase"), FUNCTION_DEF("FunctionDef"), CLASS_DEF("ClassDef"),
    DECORATOR("Decorator"),
    // Type parameters and parameters.
    TYPE_PARAMETERS("TypeParameters"), TYPE_PARAM("TypeParam"), TYPE_VAR("TypeVar"), TYPE_VAR_TUPLE("TypeVarTuple"),
    PARAM_SPEC("ParamSpec"), PARAMETERS("Parameters"), PARAM("Param"), PARAM_STAR("ParamStar"),
    PARAM_SLASH("ParamSlash"), ANNOTATION("Annotation"),
    // Leaves and strings.
    NAME("Name"), INTEGER("Integer"), FLOAT("Float"), IMAGINARY("Imaginary"), ELLIPSIS("Ellipsis"),
    SIMPLE_STRING("SimpleString"), CONCATENATED_STRING("ConcatenatedString"), FORMATTED_STRING("FormattedString"),
    FORMATTED_STRING_TEXT("FormattedStringText"), FORMATTED_STRING_EXPRESSION("FormattedStringExpression"),
    TEMPLATED_STRING("TemplatedString"), TEMPLATED_STRING_TEXT("TemplatedStringText"),
    TEMPLATED_STRING_EXPRESSION("TemplatedStringExpression"),
    // Expressions and their parts.
    ATTRIBUTE("Attribute"), SUBSCRIPT("Subscript"), SUBSCRIPT_ELEMENT("SubscriptElement"), INDEX("Index"),
    SLICE("Slice"), CALL("Call"), ARG("Arg"), AWAIT("Await"), YIELD("Yield"), FROM("From"), IF_EXP("IfExp"),
    LAMBDA("Lambda"), NAMED_EXPR("NamedExpr"), COMPARISON("Comparison"), COMPARISON_TARGET("ComparisonTarget"),
    UNARY_OPERATION("UnaryOperation"), BINARY_OPERATION("BinaryOperation"), BOOLEAN_OPERATION("BooleanOperation"),
    // Displays and comprehensions.
    TUPLE("Tuple"), LIST("List"), SET("Set"), DICT("Dict"), ELEMENT("Element"), STARRED_ELEMENT("StarredElement"),
    DICT_ELEMENT("DictElement"), STARRED_DICT_ELEMENT("StarredDictElement"), GENERATOR_EXP("GeneratorExp"),
    LIST_COMP("ListComp"), SET_COMP("SetComp"), DICT_COMP("DictComp"), COMP_FOR("CompFor"), COMP_IF("CompIf"),
    // Patterns.
    MATCH_VALUE("MatchValue"), MATCH_SINGLETON("MatchSingleton"), MATCH_LIST("MatchList"), MATCH_TUPLE("MatchTuple"),
    MATCH_SEQUENCE_ELEMENT("MatchSequenceElement"), MATCH_STAR("MatchStar"), MATCH_MAPPING("MatchMapping"),
    MATCH_MAPPING_ELEMENT("MatchMappingElement"), MATCH_CLASS("MatchClass"),
    MATCH_KEYWORD_ELEMENT("MatchKeywordElement"), MATCH_AS("MatchAs"), MATCH_OR("MatchOr"),
    MATCH_OR_ELEMENT("MatchOrElement"),
    // Brackets and delimiters.
    LEFT_PAREN("LeftParen"), RIGHT_PAREN("RightParen"), LEFT_SQUARE_BRACKET("LeftSquareBracket"),
    RIGHT_SQUARE_BRACKET("RightSquareBracket"), LEFT_CURLY_BRACE("LeftCurlyBrace"),
    RIGHT_CURLY_BRACE("RightCurlyBrace"), ASYNCHRONOUS("Asynchronous"), COMMA("Comma"), SEMICOLON("Semicolon"),
    COLON("Colon"), DOT("Dot"), ASSIGN_EQUAL("AssignEqual"),
    // Operators of one operand, of truth values and of two operands.
    PLUS("Plus"), MINUS("Minus"), BIT_INVERT("BitInvert"), NOT("Not"), AND("And"), OR("Or"), ADD("Add"),
    SUBTRACT("Subtract"), MULTIPLY("Multiply"), DIVIDE("Divide"), FLOOR_DIVIDE("FloorDivide"), MODULO("Modulo"),
    POWER("Power"), LEFT_SHIFT("LeftShift"), RIGHT_SHIFT("RightShift"), BIT_OR("BitOr"), BIT_AND("BitAnd"),
    BIT_XOR("BitXor"), MATRIX_MULTIPLY("MatrixMultiply"),
    // Comparisons.
    LESS_THAN("LessThan"), GREATER_THAN("GreaterThan"), EQUAL("Equal"), LESS_THAN_EQUAL("LessThanEqual"),
    GREATER_THAN_EQUAL("GreaterThanEqual"), NOT_EQUAL("NotEqual"), IN("In"), NOT_IN("NotIn"), IS("Is"),
    IS_NOT("IsNot"),
    // Augmented assignments.
    ADD_ASSIGN("AddAssign"), SUBTRACT_ASSIGN("SubtractAssign"), MULTIPLY_ASSIGN("MultiplyAssign"),
    MATRIX_MULTIPLY_ASSIGN("MatrixMultiplyAssign"), DIVIDE_ASSIGN("DivideAssign"), MODULO_ASSIGN("ModuloAssign"),
    BIT_AND_ASSIGN("BitAndAssign"), BIT_OR_ASSIGN("BitOrAssign"), BIT_XOR_ASSIGN("BitXorAssign"),
    LEFT_SHIFT_ASSIGN("LeftShiftAssign"), RIGHT_SHIFT_ASSIGN("RightShiftAssign"), POWER_ASSIGN("PowerAssign"),
    FLOOR_DIVIDE_ASSIGN("FloorDivideAssign");

    private static final CstKind[] VALUES = values();

    private final String className;

    CstKind(String className) {
        this.className = className;
    }

    /// The name of the class, without its package.
    public String className() {
        return className;
    }

    /// Whether LibCST gives the class an attribute `value` that is a text: it is the source between the node's start
    /// and end.
    public boolean hasValue() {
        return switch (this) {
            case NAME, INTEGER, FLOAT, IMAGINARY, SIMPLE_STRING, FORMATTED_STRING_TEXT, TEMPLATED_STRING_TEXT -> true;
            default -> false;
        };
    }

    static CstKind of(int ordinal) {
        return VALUES[ordinal];
    }
}
