package dev.quarry.syntax.ast;

import static dev.quarry.syntax.ast.AstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// Projects syntax trees to CPython's AST. One per worker: it keeps its buffers from tree to tree.
///
/// Where a tree has error nodes, the AST has nothing: a list goes on with the next index, and a field that CPython
/// never leaves empty may be empty.
public final class AstProjector {
    private static final NodeKind[] NODE_KINDS = NodeKind.values();
    private static final Area[] AREAS = areas();

    private final Projection out = new Projection();
    private final Literals literals = new Literals(out);
    private final StatementProjection statements = new StatementProjection(out);
    private final ExpressionProjection expressions = new ExpressionProjection(out, literals);
    private final PatternProjection patterns = new PatternProjection(out, literals);
    private final ParameterProjection parameters = new ParameterProjection(out);
    private final StringProjection strings = new StringProjection(out);

    /// Which projection knows a node.
    private enum Area { STATEMENT, EXPRESSION, PATTERN, PARENTHESES, PARAMETER, STARRED_PARAMETER, STRINGS, NOTHING }

    /// The AST of a tree, in the shape of the release that the tree was parsed for; valid until the next call.
    public AstTable project(SyntaxTree tree) {
        out.reset(tree);
        strings.clear();
        root();
        Worklist work = out.work;
        while (work.pop()) {
            switch (work.operation) {
                case Worklist.NODE -> node(tree);
                case Worklist.LEAF -> out.table.add(AstKind.of(work.node), work.parent, work.field, work.index,
                        out.table.treeNode(work.parent), ABSENT, ABSENT);
                case Worklist.ARGUMENTS -> parameters.arguments();
                case Worklist.SEGMENT -> strings.segment();
                case Worklist.FORMAT_SPEC -> strings.formatSpec();
                case Worklist.TYPE_IGNORE -> statements.typeIgnore();
                default -> throw new IllegalStateException("unknown work item: " + work.operation);
            }
        }
        return out.table;
    }

    private void node(SyntaxTree tree) {
        NodeKind kind = tree.kind(out.work.node);
        switch (AREAS[kind.ordinal()]) {
            case STATEMENT -> statements.project(kind);
            case EXPRESSION -> expressions.project(kind);
            case PATTERN -> patterns.project(kind);
            case PARENTHESES -> {
                out.work.node = tree.slot(out.work.node, 0);
                if (out.work.node != 0) {
                    out.work.pushAgain();
                }
            }
            case PARAMETER -> parameters.parameter(false);
            case STARRED_PARAMETER -> parameters.parameter(true);
            case STRINGS -> strings.strings();
            case NOTHING -> { }
        }
    }

    private void root() {
        SyntaxTree tree = out.tree;
        int root = tree.root();
        switch (tree.kind(root)) {
            case MODULE -> {
                int row = rootRow(AstKind.MODULE);
                for (int i = out.tokens.typeIgnores().size() - 1; i >= 0; i--) {
                    out.work.push(Worklist.TYPE_IGNORE, i, row, AstField.TYPE_IGNORES, i, 0);
                }
                out.pushAll(tree.slot(root, 0), row, AstField.BODY);
            }
            case INTERACTIVE -> out.pushAll(tree.slot(root, 0), rootRow(AstKind.INTERACTIVE), AstField.BODY);
            case EXPRESSION -> out.push(tree.slot(root, 0), rootRow(AstKind.EXPRESSION), AstField.BODY);
            case FUNCTION_TYPE -> {
                int row = rootRow(AstKind.FUNCTION_TYPE);
                out.push(tree.slot(root, 1), row, AstField.RETURNS);
                out.pushAll(tree.slot(root, 0), row, AstField.ARGTYPES);
            }
            default -> throw new IllegalStateException("not a root: " + tree.kind(root));
        }
    }

    private int rootRow(AstKind kind) {
        return out.table.add(kind, ABSENT, ABSENT, ABSENT, out.tree.root(), ABSENT, ABSENT);
    }

    private static Area[] areas() {
        var areas = new Area[NODE_KINDS.length];
        for (NodeKind kind : NODE_KINDS) {
            areas[kind.ordinal()] = area(kind);
        }
        return areas;
    }

    private static Area area(NodeKind kind) {
        return switch (kind) {
            case NONE, ERROR_STATEMENT, ERROR_EXPRESSION, PATTERN_ERROR -> Area.NOTHING;
            case PAREN, PATTERN_PAREN -> Area.PARENTHESES;
            case PARAMETER -> Area.PARAMETER;
            case STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> Area.STARRED_PARAMETER;
            case STRINGS -> Area.STRINGS;
            // Parts of nodes whose projection reads them, and roots.
            case MODULE, INTERACTIVE, EXPRESSION, FUNCTION_TYPE, PARAMETERS, POSITIONAL_ONLY_MARKER,
                    KEYWORD_ONLY_MARKER, STRING, FSTRING, TSTRING, FSTRING_TEXT, REPLACEMENT_FIELD, PATTERN_KEYWORD ->
                    Area.NOTHING;
            case PATTERN_VALUE, PATTERN_SINGLETON, PATTERN_SEQUENCE, PATTERN_MAPPING, PATTERN_CLASS, PATTERN_STAR,
                    PATTERN_AS, PATTERN_OR -> Area.PATTERN;
            case FUNCTION_DEF, CLASS_DEF, RETURN, DELETE, ASSIGN, AUGMENTED_ASSIGN, ANNOTATED_ASSIGN, TYPE_ALIAS, FOR,
                    WHILE, IF, WITH, WITH_ITEM, MATCH, MATCH_CASE, RAISE, TRY, EXCEPT_HANDLER, ASSERT, IMPORT,
                    IMPORT_FROM, ALIAS, GLOBAL, NONLOCAL, EXPRESSION_STATEMENT, PASS, BREAK, CONTINUE, TYPE_VAR,
                    TYPE_VAR_TUPLE, PARAM_SPEC -> Area.STATEMENT;
            case NAME, NUMBER, TRUE, FALSE, NONE_LITERAL, ELLIPSIS, TUPLE, LIST, SET, DICT, LIST_COMPREHENSION,
                    SET_COMPREHENSION, DICT_COMPREHENSION, GENERATOR, COMPREHENSION_CLAUSE, ATTRIBUTE, SUBSCRIPT,
                    SLICE, CALL, KEYWORD_ARGUMENT, STARRED, AWAIT, UNARY, BINARY, BOOLEAN, COMPARISON, CONDITIONAL,
                    LAMBDA, NAMED_EXPRESSION, YIELD, YIELD_FROM -> Area.EXPRESSION;
        };
    }
}
