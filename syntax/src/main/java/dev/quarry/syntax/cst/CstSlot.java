package dev.quarry.syntax.cst;

/// The attributes of LibCST's nodes that hold other nodes, white space left out.
public enum CstSlot {
    ANNOTATION("annotation"), ARGS("args"), ASNAME("asname"), ASYNCHRONOUS("asynchronous"), ATTR("attr"),
    BASES("bases"), BODY("body"), BOUND("bound"), CASES("cases"), CAUSE("cause"), CLS("cls"), COLON("colon"),
    COMMA("comma"), COMPARATOR("comparator"), COMPARISONS("comparisons"), DECORATOR("decorator"),
    DECORATORS("decorators"), DEFAULT("default"), DOT("dot"), ELEMENTS("elements"), ELT("elt"), EQUAL("equal"),
    EXC("exc"), EXPRESSION("expression"), FINALBODY("finalbody"), FIRST_COLON("first_colon"), FOR_IN("for_in"),
    FORMAT_SPEC("format_spec"), FUNC("func"), GUARD("guard"), HANDLERS("handlers"), IFS("ifs"),
    INNER_FOR_IN("inner_for_in"), ITEM("item"), ITEMS("items"), ITER("iter"), KEY("key"), KEYWORD("keyword"),
    KEYWORDS("keywords"), KWDS("kwds"), KWONLY_PARAMS("kwonly_params"), LBRACE("lbrace"), LBRACKET("lbracket"),
    LEFT("left"), LOWER("lower"), LPAR("lpar"), MODULE("module"), MSG("msg"), NAME("name"), NAMES("names"),
    OPERATOR("operator"), ORELSE("orelse"), PARAM("param"), PARAMS("params"), PARTS("parts"), PATTERN("pattern"),
    PATTERNS("patterns"), POSONLY_IND("posonly_ind"), POSONLY_PARAMS("posonly_params"), RBRACE("rbrace"),
    RBRACKET("rbracket"), RELATIVE("relative"), REST("rest"), RETURNS("returns"), RIGHT("right"), RPAR("rpar"),
    SECOND_COLON("second_colon"), SEMICOLON("semicolon"), SEPARATOR("separator"), SLICE("slice"),
    STAR_ARG("star_arg"), STAR_KWARG("star_kwarg"), STEP("step"), SUBJECT("subject"), TARGET("target"),
    TARGETS("targets"), TEST("test"), TRAILING_COMMA("trailing_comma"), TYPE("type"),
    TYPE_PARAMETERS("type_parameters"), UPPER("upper"), VALUE("value");

    private static final CstSlot[] VALUES = values();

    private final String attribute;

    CstSlot(String attribute) {
        this.attribute = attribute;
    }

    /// The attribute's name in Python.
    public String attribute() {
        return attribute;
    }

    static CstSlot of(int ordinal) {
        return VALUES[ordinal];
    }
}
