package dev.quarry.syntax.facts;

/// LibCST's classes that have a name or an attribute right below them.
///
/// Parentheses are no nodes there, and elements, arguments, indices and targets have a node of their own around them.
public enum ParentClass {
    ANN_ASSIGN("AnnAssign"),
    ANNOTATION("Annotation"),
    ARG("Arg"),
    AS_NAME("AsName"),
    ASSERT("Assert"),
    ASSIGN("Assign"),
    ASSIGN_TARGET("AssignTarget"),
    ATTRIBUTE("Attribute"),
    AUG_ASSIGN("AugAssign"),
    AWAIT("Await"),
    BINARY_OPERATION("BinaryOperation"),
    BOOLEAN_OPERATION("BooleanOperation"),
    CALL("Call"),
    COMP_FOR("CompFor"),
    COMP_IF("CompIf"),
    COMPARISON("Comparison"),
    COMPARISON_TARGET("ComparisonTarget"),
    DECORATOR("Decorator"),
    DEL("Del"),
    DICT_COMP("DictComp"),
    DICT_ELEMENT("DictElement"),
    ELEMENT("Element"),
    EXCEPT_HANDLER("ExceptHandler"),
    EXCEPT_STAR_HANDLER("ExceptStarHandler"),
    EXPR("Expr"),
    FOR("For"),
    FORMATTED_STRING_EXPRESSION("FormattedStringExpression"),
    FROM("From"),
    GENERATOR_EXP("GeneratorExp"),
    IF("If"),
    IF_EXP("IfExp"),
    INDEX("Index"),
    LAMBDA("Lambda"),
    LIST_COMP("ListComp"),
    MATCH("Match"),
    MATCH_AS("MatchAs"),
    MATCH_CASE("MatchCase"),
    MATCH_CLASS("MatchClass"),
    MATCH_MAPPING("MatchMapping"),
    MATCH_MAPPING_ELEMENT("MatchMappingElement"),
    MATCH_STAR("MatchStar"),
    MATCH_VALUE("MatchValue"),
    MODULE("Module"),
    NAMED_EXPR("NamedExpr"),
    PARAM("Param"),
    PARAM_SPEC("ParamSpec"),
    RAISE("Raise"),
    RETURN("Return"),
    SET_COMP("SetComp"),
    SLICE("Slice"),
    STARRED_DICT_ELEMENT("StarredDictElement"),
    STARRED_ELEMENT("StarredElement"),
    SUBSCRIPT("Subscript"),
    TEMPLATED_STRING_EXPRESSION("TemplatedStringExpression"),
    TYPE_ALIAS("TypeAlias"),
    TYPE_PARAM("TypeParam"),
    TYPE_VAR("TypeVar"),
    TYPE_VAR_TUPLE("TypeVarTuple"),
    UNARY_OPERATION("UnaryOperation"),
    WHILE("While"),
    WITH_ITEM("WithItem"),
    YIELD("Yield");

    static final ParentClass[] VALUES = values();

    private final String libcstName;

    ParentClass(String libcstName) {
        this.libcstName = libcstName;
    }

    /// The class's name without package.
    public String libcstName() {
        return libcstName;
    }
}
