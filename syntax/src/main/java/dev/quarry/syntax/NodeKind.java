package dev.quarry.syntax;

import static dev.quarry.syntax.NodeKind.Slot.INT;
import static dev.quarry.syntax.NodeKind.Slot.NODE;
import static dev.quarry.syntax.NodeKind.Slot.NODES;
import static dev.quarry.syntax.NodeKind.Slot.TOKEN;
import static dev.quarry.syntax.NodeKind.Slot.TOKENS;

import java.util.List;

/// The kinds of nodes of a [SyntaxTree] and the slots of each, in source order unless said otherwise.
///
/// The tree is concrete: parentheses are nodes, parameters and arguments stay in the order in which they are written,
/// operators are the tokens they are. CPython's AST is a projection of it ([dev.quarry.syntax.ast]): reordering,
/// expression contexts and constant values are the projection's business.
///
/// Optional slots hold 0 when there is nothing. `NODES` and `TOKENS` are lists; empty lists are 0, too.
public enum NodeKind {
    /// Not a node: fills offset 0 so that 0 can mean "absent".
    NONE,

    // Roots.
    MODULE(slot("body", NODES)),
    INTERACTIVE(slot("body", NODES)),
    EXPRESSION(slot("body", NODE)),
    FUNCTION_TYPE(slot("parameters", NODES), slot("returns", NODE)),

    // Statements. A compound statement's span ends with its last statement, as CPython's does.
    /// Starts at `def` or `async`; decorators are expressions that lie before it. `async`: 1 for `async def`,
    /// 0 for a plain one; a number because the token itself may be number 0 of the file.
    FUNCTION_DEF(slot("decorators", NODES), slot("async", INT), slot("name", TOKEN),
            slot("typeParameters", NODES), slot("parameters", NODE), slot("returns", NODE), slot("body", NODES),
            slot("typeComment", TOKEN)),
    /// `arguments`: positional, STARRED and KEYWORD_ARGUMENT nodes as written.
    CLASS_DEF(slot("decorators", NODES), slot("name", TOKEN), slot("typeParameters", NODES),
            slot("arguments", NODES), slot("body", NODES)),
    RETURN(slot("value", NODE)),
    DELETE(slot("targets", NODES)),
    ASSIGN(slot("targets", NODES), slot("value", NODE), slot("typeComment", TOKEN)),
    AUGMENTED_ASSIGN(slot("target", NODE), slot("operator", TOKEN), slot("value", NODE)),
    /// A parenthesised target is a PAREN node, which makes `simple` 0.
    ANNOTATED_ASSIGN(slot("target", NODE), slot("annotation", NODE), slot("value", NODE)),
    TYPE_ALIAS(slot("name", NODE), slot("typeParameters", NODES), slot("value", NODE)),
    FOR(slot("async", INT), slot("target", NODE), slot("iterable", NODE), slot("body", NODES),
            slot("orElse", NODES), slot("typeComment", TOKEN)),
    WHILE(slot("test", NODE), slot("body", NODES), slot("orElse", NODES)),
    /// `elif` is an IF that starts at the `elif` token and is the only element of `orElse`.
    IF(slot("test", NODE), slot("body", NODES), slot("orElse", NODES)),
    WITH(slot("async", INT), slot("items", NODES), slot("body", NODES), slot("typeComment", TOKEN)),
    WITH_ITEM(slot("context", NODE), slot("target", NODE)),
    MATCH(slot("subject", NODE), slot("cases", NODES)),
    MATCH_CASE(slot("pattern", NODE), slot("guard", NODE), slot("body", NODES)),
    RAISE(slot("exception", NODE), slot("cause", NODE)),
    /// `starToken`: the star of the first `except*`, 0 for a plain try.
    TRY(slot("body", NODES), slot("handlers", NODES), slot("orElse", NODES), slot("finalBody", NODES),
            slot("starToken", TOKEN)),
    EXCEPT_HANDLER(slot("type", NODE), slot("name", TOKEN), slot("body", NODES)),
    ASSERT(slot("test", NODE), slot("message", NODE)),
    /// `lazy`: 1 for a lazy import (3.15).
    IMPORT(slot("names", NODES), slot("lazy", INT)),
    /// `level`: number of leading dots. `firstName` and `lastName` delimit the dotted module; 0 when there is none.
    IMPORT_FROM(slot("level", INT), slot("firstName", TOKEN), slot("lastName", TOKEN), slot("names", NODES),
            slot("lazy", INT)),
    /// `firstName` is the STAR token in a star import.
    ALIAS(slot("firstName", TOKEN), slot("lastName", TOKEN), slot("asName", TOKEN)),
    GLOBAL(slot("names", TOKENS)),
    NONLOCAL(slot("names", TOKENS)),
    EXPRESSION_STATEMENT(slot("value", NODE)),
    PASS,
    BREAK,
    CONTINUE,
    /// Tokens that no statement could take.
    ERROR_STATEMENT,

    // Type parameters; `defaultValue` from 3.13.
    TYPE_VAR(slot("name", TOKEN), slot("bound", NODE), slot("defaultValue", NODE)),
    TYPE_VAR_TUPLE(slot("name", TOKEN), slot("defaultValue", NODE)),
    PARAM_SPEC(slot("name", TOKEN), slot("defaultValue", NODE)),

    // Parameters, in the order in which they are written: PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER,
    // POSITIONAL_ONLY_MARKER (`/`) and KEYWORD_ONLY_MARKER (`*`).
    PARAMETERS(slot("items", NODES)),
    PARAMETER(slot("name", TOKEN), slot("annotation", NODE), slot("defaultValue", NODE), slot("typeComment", TOKEN)),
    STAR_PARAMETER(slot("name", TOKEN), slot("annotation", NODE), slot("typeComment", TOKEN)),
    DOUBLE_STAR_PARAMETER(slot("name", TOKEN), slot("annotation", NODE), slot("typeComment", TOKEN)),
    POSITIONAL_ONLY_MARKER,
    KEYWORD_ONLY_MARKER,

    // Expressions.
    NAME(slot("name", TOKEN)),
    NUMBER,
    TRUE,
    FALSE,
    NONE_LITERAL,
    ELLIPSIS,
    /// One or more adjacent string literals: STRING, FSTRING and TSTRING nodes.
    STRINGS(slot("parts", NODES)),
    STRING,
    /// `parts`: FSTRING_TEXT and REPLACEMENT_FIELD nodes; the span covers prefix and quotes.
    FSTRING(slot("parts", NODES)),
    TSTRING(slot("parts", NODES)),
    FSTRING_TEXT,
    /// Spans the braces. `equalsToken`: the `=` of a self-documenting field; `conversion`: the NAME after `!`;
    /// `colonToken`: 0 when there is no format specification, whose parts may be empty all the same.
    REPLACEMENT_FIELD(slot("value", NODE), slot("equalsToken", TOKEN), slot("conversion", TOKEN),
            slot("colonToken", TOKEN), slot("formatParts", NODES)),
    /// `( inner )`, where the parentheses belong to no other construct.
    PAREN(slot("inner", NODE)),
    /// Spans its parentheses when it has some.
    TUPLE(slot("elements", NODES)),
    LIST(slot("elements", NODES)),
    SET(slot("elements", NODES)),
    /// Keys and values in turn; the key is 0 for `**value`.
    DICT(slot("entries", NODES)),
    LIST_COMPREHENSION(slot("element", NODE), slot("clauses", NODES)),
    SET_COMPREHENSION(slot("element", NODE), slot("clauses", NODES)),
    /// `key` 0 and `value` the mapping for `{**m for …}` (3.15).
    DICT_COMPREHENSION(slot("key", NODE), slot("value", NODE), slot("clauses", NODES)),
    /// Spans its parentheses, also when they are those of a call.
    GENERATOR(slot("element", NODE), slot("clauses", NODES)),
    /// One `for … in … if …`.
    COMPREHENSION_CLAUSE(slot("async", INT), slot("target", NODE), slot("iterable", NODE),
            slot("conditions", NODES)),
    ATTRIBUTE(slot("value", NODE), slot("name", TOKEN)),
    /// `index`: a single expression, SLICE, STARRED, or a TUPLE without parentheses of its own.
    SUBSCRIPT(slot("value", NODE), slot("index", NODE)),
    SLICE(slot("lower", NODE), slot("upper", NODE), slot("step", NODE)),
    CALL(slot("callee", NODE), slot("arguments", NODES)),
    /// `name=value`, or `**value` with name 0.
    KEYWORD_ARGUMENT(slot("name", TOKEN), slot("value", NODE)),
    STARRED(slot("value", NODE)),
    AWAIT(slot("value", NODE)),
    UNARY(slot("operator", TOKEN), slot("operand", NODE)),
    BINARY(slot("left", NODE), slot("operator", TOKEN), slot("right", NODE)),
    /// `and` or `or` (the first operator token tells which) over two or more operands.
    BOOLEAN(slot("operator", TOKEN), slot("operands", NODES)),
    /// `operators` as tokens: `is not` and `not in` are named by their first token (`is` followed by `not`).
    COMPARISON(slot("left", NODE), slot("operators", TOKENS), slot("comparators", NODES)),
    CONDITIONAL(slot("body", NODE), slot("test", NODE), slot("orElse", NODE)),
    LAMBDA(slot("parameters", NODE), slot("body", NODE)),
    NAMED_EXPRESSION(slot("target", NODE), slot("value", NODE)),
    YIELD(slot("value", NODE)),
    YIELD_FROM(slot("value", NODE)),
    /// A place where an expression is missing or cannot be read; may have width 0.
    ERROR_EXPRESSION,

    // Patterns.
    /// A literal, negative number, complex sum or dotted name.
    PATTERN_VALUE(slot("value", NODE)),
    /// None, True, False.
    PATTERN_SINGLETON,
    /// `[a, *rest]`, `(a, b)` or, at the top of a case, without brackets.
    PATTERN_SEQUENCE(slot("patterns", NODES)),
    PATTERN_PAREN(slot("inner", NODE)),
    /// Keys (expressions) and patterns in turn; `rest`: the name after `**`.
    PATTERN_MAPPING(slot("entries", NODES), slot("rest", TOKEN)),
    /// `arguments`: patterns and PATTERN_KEYWORD nodes as written.
    PATTERN_CLASS(slot("className", NODE), slot("arguments", NODES)),
    PATTERN_KEYWORD(slot("name", TOKEN), slot("pattern", NODE)),
    /// `name` 0 for `*_`.
    PATTERN_STAR(slot("name", TOKEN)),
    /// `pattern` 0 for a bare capture; both 0 for `_`.
    PATTERN_AS(slot("pattern", NODE), slot("name", TOKEN)),
    PATTERN_OR(slot("patterns", NODES)),
    PATTERN_ERROR;

    /// What a slot holds.
    public enum Slot {
        NODE, NODES, TOKEN, TOKENS, INT
    }

    /// A slot's name and type.
    public record SlotSpec(String name, Slot type) {}

    private static final NodeKind[] VALUES = values();

    private final List<SlotSpec> slots;

    NodeKind(SlotSpec... slots) {
        this.slots = List.of(slots);
    }

    public List<SlotSpec> slots() {
        return slots;
    }

    static NodeKind of(int ordinal) {
        return VALUES[ordinal];
    }

    private static SlotSpec slot(String name, Slot type) {
        return new SlotSpec(name, type);
    }
}
