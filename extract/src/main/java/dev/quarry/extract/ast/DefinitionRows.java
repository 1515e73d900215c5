package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.BoolColumn;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstTable;

/// Rows of `ast_defs_v1`: functions and classes with what their headers say.
final class DefinitionRows extends PositionedRows {
    private final IntColumn astId = rows.ints("ast_id");
    private final IntColumn parentAstId = rows.ints("parent_ast_id");
    private final DictionaryColumn kind = rows.dictionary("kind");
    private final DictionaryColumn name = rows.dictionary("name");
    private final IntColumn nameStart = rows.ints("name_bstart");
    private final IntColumn nameEnd = rows.ints("name_bend");
    private final IntColumn decoratorCount = rows.ints("decorator_count");
    private final IntColumn argCount = rows.ints("arg_count");
    private final IntColumn posonlyCount = rows.ints("posonly_count");
    private final IntColumn kwonlyCount = rows.ints("kwonly_count");
    private final BoolColumn hasVararg = rows.bools("has_vararg");
    private final BoolColumn hasKwarg = rows.bools("has_kwarg");
    private final BoolColumn isAsync = rows.bools("is_async");
    private final IntColumn typeParamsCount = rows.ints("type_params_count");
    private final IntColumn baseCount = rows.ints("base_count");
    private final IntColumn keywordCount = rows.ints("keyword_count");
    private final ListColumn decoratorSources = rows.list("decorator_sources");
    private final ListColumn defaultSources = rows.list("default_sources");
    private final ListColumn annotationSources = rows.list("annotation_sources");
    private final StringColumn returnsSource = rows.strings("returns_source");
    private final ListColumn baseSources = rows.list("base_sources");
    private final ListColumn keywordSources = rows.list("keyword_sources");
    private final MapColumn attrs = rows.map("attrs");

    DefinitionRows() {
        super(AstDatasets.DEFS);
    }

    /// Adds the definition of a row of kind `FunctionDef`, `AsyncFunctionDef` or `ClassDef`.
    void add(AstTable table, SyntaxTree tree, int row) {
        int node = table.treeNode(row);
        identity(1);
        astId.add(row);
        parentAstId.add(table.parent(row));
        kind.add(table.kind(row).pythonName());
        name.add(table.name(row));
        positions.add(table.start(row), table.end(row));
        attrs.addEmpty();
        if (tree.kind(node) == NodeKind.CLASS_DEF) {
            addClass(tree, node);
        } else {
            addFunction(tree, node);
        }
    }

    private void addFunction(SyntaxTree tree, int node) {
        addName(tree, tree.slot(node, Slots.FUNCTION_NAME));
        addDecorators(tree, tree.slot(node, Slots.FUNCTION_DECORATORS));
        typeParamsCount.add(tree.length(tree.slot(node, Slots.FUNCTION_TYPE_PARAMETERS)));
        isAsync.add(tree.slot(node, Slots.FUNCTION_ASYNC) != 0);
        addParameters(tree, tree.slot(node, Slots.FUNCTION_PARAMETERS));
        int returns = tree.slot(node, Slots.FUNCTION_RETURNS);
        returnsSource.add(returns == 0 ? null : Texts.excerpt(tree, returns));
        baseCount.addNull();
        keywordCount.addNull();
        baseSources.addEmpty();
        keywordSources.addEmpty();
    }

    private void addParameters(SyntaxTree tree, int parameters) {
        int positionalOnly = 0;
        int plain = 0;
        int keywordOnly = 0;
        boolean afterStar = false;
        boolean vararg = false;
        boolean kwarg = false;
        int items = parameters == 0 ? 0 : tree.slot(parameters, Slots.PARAMETERS_ITEMS);
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case PARAMETER -> {
                    if (afterStar) {
                        keywordOnly++;
                    } else {
                        plain++;
                    }
                    addSource(tree, annotationSources, tree.slot(item, Slots.PARAMETER_ANNOTATION));
                    addSource(tree, defaultSources, tree.slot(item, Slots.PARAMETER_DEFAULT));
                }
                case POSITIONAL_ONLY_MARKER -> {
                    positionalOnly = plain;
                    plain = 0;
                }
                case KEYWORD_ONLY_MARKER -> afterStar = true;
                case STAR_PARAMETER -> {
                    afterStar = true;
                    vararg = true;
                    addSource(tree, annotationSources, tree.slot(item, Slots.STAR_PARAMETER_ANNOTATION));
                }
                case DOUBLE_STAR_PARAMETER -> {
                    kwarg = true;
                    addSource(tree, annotationSources, tree.slot(item, Slots.STAR_PARAMETER_ANNOTATION));
                }
                default -> {
                    // An error node between parameters is no parameter.
                }
            }
        }
        annotationSources.endList();
        defaultSources.endList();
        argCount.add(plain);
        posonlyCount.add(positionalOnly);
        kwonlyCount.add(keywordOnly);
        hasVararg.add(vararg);
        hasKwarg.add(kwarg);
    }

    private void addClass(SyntaxTree tree, int node) {
        addName(tree, tree.slot(node, Slots.CLASS_NAME));
        addDecorators(tree, tree.slot(node, Slots.CLASS_DECORATORS));
        typeParamsCount.add(tree.length(tree.slot(node, Slots.CLASS_TYPE_PARAMETERS)));
        int bases = 0;
        int keywords = 0;
        int arguments = tree.slot(node, Slots.CLASS_ARGUMENTS);
        for (int i = 0; i < tree.length(arguments); i++) {
            int argument = tree.element(arguments, i);
            if (tree.kind(argument) == NodeKind.KEYWORD_ARGUMENT) {
                keywords++;
                addSource(tree, keywordSources, argument);
            } else {
                bases++;
                addSource(tree, baseSources, argument);
            }
        }
        baseSources.endList();
        keywordSources.endList();
        baseCount.add(bases);
        keywordCount.add(keywords);
        argCount.addNull();
        posonlyCount.addNull();
        kwonlyCount.addNull();
        hasVararg.addNull();
        hasKwarg.addNull();
        isAsync.addNull();
        defaultSources.addEmpty();
        annotationSources.addEmpty();
        returnsSource.addNull();
    }

    private void addName(SyntaxTree tree, int token) {
        nameStart.add(tree.source().rawOffset(tree.tokens().start(token)));
        nameEnd.add(tree.source().rawOffset(tree.tokens().end(token)));
    }

    private void addDecorators(SyntaxTree tree, int decorators) {
        decoratorCount.add(tree.length(decorators));
        for (int i = 0; i < tree.length(decorators); i++) {
            addSource(tree, decoratorSources, tree.element(decorators, i));
        }
        decoratorSources.endList();
    }

    private static void addSource(SyntaxTree tree, ListColumn sources, int node) {
        if (node != 0) {
            sources.texts().add(Texts.excerpt(tree, node));
        }
    }
}
