package dev.quarry.syntax;

import java.util.List;

/// The kinds of nodes of a [SyntaxTree] and the slots of each, in source order unless said otherwise.
///
/// The tree is concrete: parentheses are nodes, parameters and arguments stay in the order in which they are written,
/// operators are the tokens they are. CPython's AST is a projection of it ([dev.quarry.syntax.ast]): reordering,
/// expression contexts and constant values are the projection's business.
///
/// Optional slots hold 0 when there is nothing; all others are filled whatever the input, with error nodes if need be.
/// `NODES` and `TOKENS` are lists; empty lists are 0, too.
public enum NodeKind {
    /// Not a node: fills offset 0 so that 0 can mean "absent".
    NONE(Category.NONE),

    // Roots.
    MODULE(Category.ROOT, nodes("body", Category.STATEMENT)),
    INTERACTIVE(Category.ROOT, nodes("body", Category.STATEMENT)),
    EXPRESSION(Category.ROOT, node("body", Category.EXPRESSION)),
    FUNCTION_TYPE(Category.ROOT, nodes("parameters", Category.EXPRESSION), node("returns", Category.EXPRESSION)),

    // Statements. A compound statement's span ends with its last statement, as CPython's does.
    /// Starts at `def` or `async`; decorators are expressions that lie before it. `async`: 1 for `async def`,
    /// 0 for a plain one; a number because the token itself may be number 0 of the file.
    FUNCTION_DEF(Category.STATEMENT, nodes("decorators", Category.EXPRESSION), flag("async"), token("name"),
            nodes("typeParameters", Category.TYPE_PARAMETER), node("parameters", Category.PARAMETERS),
            optionalNode("returns", Category.EXPRESSION), nodes("body", Category.STATEMENT),
            optionalToken("typeComment")),
    /// `arguments`: positional, STARRED and KEYWORD_ARGUMENT nodes as written.
    CLASS_DEF(Category.STATEMENT, nodes("decorators", Category.EXPRESSION), token("name"),
            nodes("typeParameters", Category.TYPE_PARAMETER), nodes("arguments", Category.ARGUMENT),
            nodes("body", Category.STATEMENT)),
    RETURN(Category.STATEMENT, optionalNode("value", Category.EXPRESSION)),
    DELETE(Category.STATEMENT, nodes("targets", Category.EXPRESSION)),
    ASSIGN(Category.STATEMENT, nodes("targets", Category.EXPRESSION), node("value", Category.EXPRESSION),
            optionalToken("typeComment")),
    AUGMENTED_ASSIGN(Category.STATEMENT, node("target", Category.EXPRESSION), token("operator"),
            node("value", Category.EXPRESSION)),
    /// A parenthesised target is a PAREN node, which makes `simple` 0.
    ANNOTATED_ASSIGN(Category.STATEMENT, node("target", Category.EXPRESSION), node("annotation", Category.EXPRESSION),
            optionalNode("value", Category.EXPRESSION)),
    TYPE_ALIAS(Category.STATEMENT, node("name", Category.EXPRESSION),
            nodes("typeParameters", Category.TYPE_PARAMETER), node("value", Category.EXPRESSION)),
    FOR(Category.STATEMENT, flag("async"), node("target", Category.EXPRESSION), node("iterable", Category.EXPRESSION),
            nodes("body", Category.STATEMENT), nodes("orElse", Category.STATEMENT), optionalToken("typeComment")),
    WHILE(Category.STATEMENT, node("test", Category.EXPRESSION), nodes("body", Category.STATEMENT),
            nodes("orElse", Category.STATEMENT)),
    /// `elif` is an IF that starts at the `elif` token and is the only element of `orElse`.
    IF(Category.STATEMENT, node("test", Category.EXPRESSION), nodes("body", Category.STATEMENT),
            nodes("orElse", Category.STATEMENT)),
    WITH(Category.STATEMENT, flag("async"), nodes("items", Category.WITH_ITEM), nodes("body", Category.STATEMENT),
            optionalToken("typeComment")),
    WITH_ITEM(Category.WITH_ITEM, node("context", Category.EXPRESSION), optionalNode("target", Category.EXPRESSION)),
    MATCH(Category.STATEMENT, node("subject", Category.EXPRESSION), nodes("cases", Category.MATCH_CASE)),
    MATCH_CASE(Category.MATCH_CASE, node("pattern", Category.PATTERN), optionalNode("guard", Category.EXPRESSION),
            nodes("body", Category.STATEMENT)),
    RAISE(Category.STATEMENT, optionalNode("exception", Category.EXPRESSION),
            optionalNode("cause", Category.EXPRESSION)),
    /// `starToken`: the star of the first `except*`, 0 for a plain try.
    TRY(Category.STATEMENT, nodes("body", Category.STATEMENT), nodes("handlers", Category.EXCEPT_HANDLER),
            nodes("orElse", Category.STATEMENT), nodes("finalBody", Category.STATEMENT), optionalToken("starToken")),
    EXCEPT_HANDLER(Category.EXCEPT_HANDLER, optionalNode("type", Category.EXPRESSION), optionalToken("name"),
            nodes("body", Category.STATEMENT)),
    ASSERT(Category.STATEMENT, node("test", Category.EXPRESSION), optionalNode("message", Category.EXPRESSION)),
    /// `lazy`: 1 for a lazy import (3.15).
    IMPORT(Category.STATEMENT, nodes("names", Category.ALIAS), flag("lazy")),
    /// `level`: number of leading dots. `firstName` and `lastName` delimit the dotted module; 0 when there is none.
    IMPORT_FROM(Category.STATEMENT, number("level"), optionalToken("firstName"), optionalToken("lastName"),
            nodes("names", Category.ALIAS), flag("lazy")),
    /// `firstName` is the STAR token in a star import.
    ALIAS(Category.ALIAS, token("firstName"), token("lastName"), optionalToken("asName")),
    GLOBAL(Category.STATEMENT, tokens("names")),
    NONLOCAL(Category.STATEMENT, tokens("names")),
    EXPRESSION_STATEMENT(Category.STATEMENT, node("value", Category.EXPRESSION)),
    PASS(Category.STATEMENT),
    BREAK(Category.STATEMENT),
    CONTINUE(Category.STATEMENT),
    /// Tokens that no statement could take.
    ERROR_STATEMENT(Category.STATEMENT),

    // Type parameters; `defaultValue` from 3.13.
    TYPE_VAR(Category.TYPE_PARAMETER, token("name"), optionalNode("bound", Category.EXPRESSION),
            optionalNode("defaultValue", Category.EXPRESSION)),
    TYPE_VAR_TUPLE(Category.TYPE_PARAMETER, token("name"), optionalNode("defaultValue", Category.EXPRESSION)),
    PARAM_SPEC(Category.TYPE_PARAMETER, token("name"), optionalNode("defaultValue", Category.EXPRESSION)),

    // Parameters, in the order in which they are written: PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER,
    // POSITIONAL_ONLY_MARKER (`/`) and KEYWORD_ONLY_MARKER (`*`).
    PARAMETERS(Category.PARAMETERS, nodes("items", Category.PARAMETER)),
    PARAMETER(Category.PARAMETER, token("name"), optionalNode("annotation", Category.EXPRESSION),
            optionalNode("defaultValue", Category.EXPRESSION), optionalToken("typeComment")),
    STAR_PARAMETER(Category.PARAMETER, token("name"), optionalNode("annotation", Category.EXPRESSION),
            optionalToken("typeComment")),
    DOUBLE_STAR_PARAMETER(Category.PARAMETER, token("name"), optionalNode("annotation", Category.EXPRESSION),
            optionalToken("typeComment")),
    POSITIONAL_ONLY_MARKER(Category.PARAMETER),
    KEYWORD_ONLY_MARKER(Category.PARAMETER),

    // Expressions.
    NAME(Category.EXPRESSION, token("name")),
    NUMBER(Category.EXPRESSION),
    TRUE(Category.EXPRESSION),
    FALSE(Category.EXPRESSION),
    NONE_LITERAL(Category.EXPRESSION),
    ELLIPSIS(Category.EXPRESSION),
    /// One or more adjacent string literals: STRING, FSTRING and TSTRING nodes.
    STRINGS(Category.EXPRESSION, nodes("parts", Category.STRING_LITERAL)),
    STRING(Category.STRING_LITERAL),
    /// `parts`: FSTRING_TEXT and REPLACEMENT_FIELD nodes; the span covers prefix and quotes.
    FSTRING(Category.STRING_LITERAL, nodes("parts", Category.FORMAT_PART)),
    TSTRING(Category.STRING_LITERAL, nodes("parts", Category.FORMAT_PART)),
    FSTRING_TEXT(Category.FORMAT_PART),
    /// Spans the braces. `equalsToken`: the `=` of a self-documenting field; `conversion`: the NAME after `!`;
    /// `colonToken`: 0 when there is no format specification, whose parts may be empty all the same.
    REPLACEMENT_FIELD(Category.FORMAT_PART, node("value", Category.EXPRESSION), optionalToken("equalsToken"),
            optionalToken("conversion"), optionalToken("colonToken"), nodes("formatParts", Category.FORMAT_PART)),
    /// `( inner )`, where the parentheses belong to no other construct.
    PAREN(Category.EXPRESSION, node("inner", Category.EXPRESSION)),
    /// Spans its parentheses when it has some.
    TUPLE(Category.EXPRESSION, nodes("elements", Category.EXPRESSION)),
    LIST(Category.EXPRESSION, nodes("elements", Category.EXPRESSION)),
    SET(Category.EXPRESSION, nodes("elements", Category.EXPRESSION)),
    /// Keys and values in turn; the key is 0 for `**value`.
    DICT(Category.EXPRESSION, nodes("entries", Category.DICT_ENTRY)),
    LIST_COMPREHENSION(Category.EXPRESSION, node("element", Category.EXPRESSION),
            nodes("clauses", Category.COMPREHENSION_CLAUSE)),
    SET_COMPREHENSION(Category.EXPRESSION, node("element", Category.EXPRESSION),
            nodes("clauses", Category.COMPREHENSION_CLAUSE)),
    /// `key` 0 and `value` the mapping for `{**m for …}` (3.15).
    DICT_COMPREHENSION(Category.EXPRESSION, optionalNode("key", Category.EXPRESSION),
            node("value", Category.EXPRESSION), nodes("clauses", Category.COMPREHENSION_CLAUSE)),
    /// Spans its parentheses, also when they are those of a call.
    GENERATOR(Category.EXPRESSION, node("element", Category.EXPRESSION),
            nodes("clauses", Category.COMPREHENSION_CLAUSE)),
    /// One `for … in … if …`.
    COMPREHENSION_CLAUSE(Category.COMPREHENSION_CLAUSE, flag("async"), node("target", Category.EXPRESSION),
            node("iterable", Category.EXPRESSION), nodes("conditions", Category.EXPRESSION)),
    ATTRIBUTE(Category.EXPRESSION, node("value", Category.EXPRESSION), token("name")),
    /// `index`: a single expression, SLICE, STARRED, or a TUPLE without parentheses of its own.
    SUBSCRIPT(Category.EXPRESSION, node("value", Category.EXPRESSION), node("index", Category.EXPRESSION)),
    SLICE(Category.EXPRESSION, optionalNode("lower", Category.EXPRESSION), optionalNode("upper", Category.EXPRESSION),
            optionalNode("step", Category.EXPRESSION)),
    CALL(Category.EXPRESSION, node("callee", Category.EXPRESSION), nodes("arguments", Category.ARGUMENT)),
    /// `name=value`, or `**value` with name 0.
    KEYWORD_ARGUMENT(Category.ARGUMENT, optionalToken("name"), node("value", Category.EXPRESSION)),
    STARRED(Category.EXPRESSION, node("value", Category.EXPRESSION)),
    AWAIT(Category.EXPRESSION, node("value", Category.EXPRESSION)),
    UNARY(Category.EXPRESSION, token("operator"), node("operand", Category.EXPRESSION)),
    BINARY(Category.EXPRESSION, node("left", Category.EXPRESSION), token("operator"),
            node("right", Category.EXPRESSION)),
    /// `and` or `or` (the first operator token tells which) over two or more operands.
    BOOLEAN(Category.EXPRESSION, token("operator"), nodes("operands", Category.EXPRESSION)),
    /// `operators` as tokens: `is not` and `not in` are named by their first token (`is` followed by `not`).
    COMPARISON(Category.EXPRESSION, node("left", Category.EXPRESSION), tokens("operators"),
            nodes("comparators", Category.EXPRESSION)),
    CONDITIONAL(Category.EXPRESSION, node("body", Category.EXPRESSION), node("test", Category.EXPRESSION),
            node("orElse", Category.EXPRESSION)),
    LAMBDA(Category.EXPRESSION, node("parameters", Category.PARAMETERS), node("body", Category.EXPRESSION)),
    NAMED_EXPRESSION(Category.EXPRESSION, node("target", Category.EXPRESSION), node("value", Category.EXPRESSION)),
    YIELD(Category.EXPRESSION, optionalNode("value", Category.EXPRESSION)),
    YIELD_FROM(Category.EXPRESSION, node("value", Category.EXPRESSION)),
    /// A place where an expression is missing or cannot be read; may have width 0.
    ERROR_EXPRESSION(Category.EXPRESSION),

    // Patterns.
    /// A literal, negative number, complex sum or dotted name.
    PATTERN_VALUE(Category.PATTERN, node("value", Category.EXPRESSION)),
    /// None, True, False.
    PATTERN_SINGLETON(Category.PATTERN),
    /// `[a, *rest]`, `(a, b)` or, at the top of a case, without brackets.
    PATTERN_SEQUENCE(Category.PATTERN, nodes("patterns", Category.PATTERN)),
    PATTERN_PAREN(Category.PATTERN, node("inner", Category.PATTERN)),
    /// Keys (expressions) and patterns in turn; `rest`: the name after `**`.
    PATTERN_MAPPING(Category.PATTERN, nodes("entries", Category.PATTERN_ENTRY), optionalToken("rest")),
    /// `arguments`: patterns and PATTERN_KEYWORD nodes as written.
    PATTERN_CLASS(Category.PATTERN, node("className", Category.EXPRESSION), nodes("arguments", Category.PATTERN)),
    PATTERN_KEYWORD(Category.PATTERN, token("name"), node("pattern", Category.PATTERN)),
    /// `name` 0 for `*_`.
    PATTERN_STAR(Category.PATTERN, optionalToken("name")),
    /// `pattern` 0 for a bare capture; both 0 for `_`.
    PATTERN_AS(Category.PATTERN, optionalNode("pattern", Category.PATTERN), optionalToken("name")),
    PATTERN_OR(Category.PATTERN, nodes("patterns", Category.PATTERN)),
    PATTERN_ERROR(Category.PATTERN);

    /// What a slot holds.
    public enum Slot {
        NODE, NODES, TOKEN, TOKENS,
        /// A number.
        INT,
        /// 0 or 1.
        FLAG
    }

    /// What a node is for. Categories other than NONE and the entries are types of the view
    /// ([dev.quarry.syntax.tree]).
    public enum Category {
        NONE, ROOT, STATEMENT, EXPRESSION, PATTERN,
        /// An expression or a KEYWORD_ARGUMENT.
        ARGUMENT,
        TYPE_PARAMETER, PARAMETERS, PARAMETER, WITH_ITEM, MATCH_CASE, EXCEPT_HANDLER, ALIAS, COMPREHENSION_CLAUSE,
        STRING_LITERAL, FORMAT_PART,
        /// Expressions in turn, key and value; the key may be 0.
        DICT_ENTRY,
        /// In turn an expression, the key, and a pattern.
        PATTERN_ENTRY;

        /// Whether a node of this category may stand where the other is asked for.
        public boolean isA(Category other) {
            return this == other || other == ARGUMENT && this == EXPRESSION;
        }
    }

    /// A slot's declaration.
    ///
    /// @param category of the nodes in it; NONE for tokens and numbers
    /// @param optional whether the slot may be 0 for "nothing"; false for lists and numbers
    public record SlotSpec(String name, Slot type, Category category, boolean optional) {}

    private static final NodeKind[] VALUES = values();

    private final Category category;
    private final List<SlotSpec> slots;

    NodeKind(Category category, SlotSpec... slots) {
        this.category = category;
        this.slots = List.of(slots);
    }

    public Category category() {
        return category;
    }

    public List<SlotSpec> slots() {
        return slots;
    }

    /// The place of a slot among [#slots].
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public int slotIndex(String name) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(this + " has no slot " + name);
    }

    static NodeKind of(int ordinal) {
        return VALUES[ordinal];
    }

    private static SlotSpec node(String name, Category category) {
        return new SlotSpec(name, Slot.NODE, category, false);
    }

    private static SlotSpec optionalNode(String name, Category category) {
        return new SlotSpec(name, Slot.NODE, category, true);
    }

    private static SlotSpec nodes(String name, Category category) {
        return new SlotSpec(name, Slot.NODES, category, false);
    }

    private static SlotSpec token(String name) {
        return new SlotSpec(name, Slot.TOKEN, Category.NONE, false);
    }

    private static SlotSpec optionalToken(String name) {
        return new SlotSpec(name, Slot.TOKEN, Category.NONE, true);
    }

    private static SlotSpec tokens(String name) {
        return new SlotSpec(name, Slot.TOKENS, Category.NONE, false);
    }

    private static SlotSpec number(String name) {
        return new SlotSpec(name, Slot.INT, Category.NONE, false);
    }

    private static SlotSpec flag(String name) {
        return new SlotSpec(name, Slot.FLAG, Category.NONE, false);
    }
}
