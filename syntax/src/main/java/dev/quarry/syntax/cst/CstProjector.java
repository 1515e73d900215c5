package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.SyntaxTree;

/// Projects syntax trees to LibCST's nodes. One per worker: it keeps its buffers from tree to tree.
///
/// The node model is that of LibCST's newest releases (1.4 for type parameters with defaults, 1.8 for template strings),
/// whatever the version that the tree was parsed for. Where a tree has error nodes, the table has nothing: a sequence goes
/// on with the next index, and an attribute that LibCST never leaves empty may be empty.
public final class CstProjector {
    private final CstRows out = new CstRows();
    private final ComprehensionNodes comprehensions = new ComprehensionNodes(out);
    private final DisplayNodes displays = new DisplayNodes(out, comprehensions);
    private final CallNodes calls = new CallNodes(out);
    private final StringNodes strings = new StringNodes(out);
    private final ExpressionNodes expressions = new ExpressionNodes(out, displays, calls, comprehensions, strings);
    private final ParameterNodes parameters = new ParameterNodes(out);
    private final PatternNodes patterns = new PatternNodes(out);
    private final ImportNodes imports = new ImportNodes(out);
    private final StatementNodes statements = new StatementNodes(out, imports);
    private final SuiteNodes suites = new SuiteNodes(out);
    private final DefinitionNodes definitions = new DefinitionNodes(out, suites, calls);
    private final CompoundNodes compounds = new CompoundNodes(out, suites, definitions);

    /// LibCST's nodes of a tree; valid until the next call. The root is a `Module`; for a tree of one expression, the
    /// expression is its only child.
    public CstTable project(SyntaxTree tree) {
        out.reset(tree);
        root(tree);
        CstWork work = out.work;
        while (work.pop()) {
            switch (work.operation) {
                case CstWork.EXPRESSION -> expressions.expression();
                case CstWork.LEAF -> out.leaf();
                case CstWork.ELEMENT -> displays.element();
                case CstWork.DICT_ELEMENT -> displays.dictElement();
                case CstWork.SUBSCRIPT_ELEMENT -> displays.subscriptElement();
                case CstWork.DELETE_TUPLE -> displays.deleteTuple();
                case CstWork.ARGUMENT -> calls.argument();
                case CstWork.COMPARISON_TARGET -> expressions.comparisonTarget();
                case CstWork.BOOLEAN_OPERATION -> expressions.booleanOperation();
                case CstWork.FROM -> expressions.from();
                case CstWork.ANNOTATION -> expressions.annotation();
                case CstWork.COMP_FOR -> comprehensions.clause();
                case CstWork.COMP_IF -> comprehensions.condition();
                case CstWork.STRING -> strings.part();
                case CstWork.CONCATENATED_STRING -> strings.concatenated();
                case CstWork.FORMAT_PART -> strings.formatPart();
                case CstWork.PARAMETERS -> parameters.parameters();
                case CstWork.PARAMETER -> parameters.parameter();
                case CstWork.TYPE_PARAMETERS -> parameters.typeParameters();
                case CstWork.TYPE_PARAMETER -> parameters.typeParameter();
                case CstWork.TYPE_VARIABLE -> parameters.typeVariable();
                case CstWork.DOTTED_NAME -> imports.dottedName();
                case CstWork.IMPORT_ALIAS -> imports.alias();
                case CstWork.AS_NAME -> imports.asName();
                case CstWork.AS_NAME_TOKEN -> imports.asNameToken();
                case CstWork.PATTERN -> patterns.pattern();
                case CstWork.PATTERN_ELEMENT -> patterns.element();
                case CstWork.PATTERN_ENTRY -> patterns.entry();
                case CstWork.PATTERN_ARGUMENT -> patterns.argument();
                case CstWork.PATTERN_ALTERNATIVE -> patterns.alternative();
                case CstWork.SMALL_STATEMENT -> statements.statement();
                case CstWork.ASSIGN_TARGET -> statements.assignTarget();
                case CstWork.NAME_ITEM -> statements.nameItem();
                case CstWork.LINE -> suites.line();
                case CstWork.SUITE -> suites.suite();
                case CstWork.END -> suites.end();
                case CstWork.END_LINE -> suites.endLine();
                case CstWork.END_BLOCK -> suites.endBlock();
                case CstWork.COMPOUND_STATEMENT -> compounds.statement();
                case CstWork.ELSE -> compounds.elseClause();
                case CstWork.FINALLY -> compounds.finallyClause();
                case CstWork.HANDLER -> compounds.handler();
                case CstWork.WITH_ITEM -> compounds.withItem();
                case CstWork.MATCH_CASE -> compounds.matchCase();
                case CstWork.DECORATOR -> definitions.decorator();
                default -> throw new IllegalStateException("unknown work item: " + work.operation);
            }
        }
        return out.table;
    }

    private void root(SyntaxTree tree) {
        int root = tree.root();
        int start = tree.source().start();
        int end = tree.source().end();
        int row = out.table.add(CstKind.MODULE, ABSENT, ABSENT, ABSENT, root, start, end, start, end);
        // The lines above the first statement are the module's.
        out.flow = out.lines.emptyLinesEnd(start);
        switch (tree.kind(root)) {
            case MODULE, INTERACTIVE -> suites.pushBody(tree.slot(root, 0), row);
            case EXPRESSION -> out.push(tree.slot(root, 0), row, CstSlot.BODY);
            default -> { }
        }
    }
}
