package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import java.util.Arrays;

/// Finds the regions of each scope, in the order of scopes, those of a scope ascending.
final class RegionCollector {
    private final SymbolTable table;
    private final SyntaxTree tree;
    /// By scope, its first region; one more than there are scopes.
    final int[] firstRegions;
    int regionCount;
    int[] starts;
    int[] ends;
    /// The type parameter whose bound or default had the last scope of that kind.
    private int lastTypeParameter;
    /// By scope, its first annotation of a variable; by annotation, the scope's next one.
    private int[] firstAnnotations;
    private int[] nextAnnotations;

    RegionCollector(SymbolTable table) {
        this.table = table;
        tree = table.tree();
        int scopes = table.scopeCount();
        firstRegions = new int[scopes + 1];
        starts = new int[scopes * 3 + 8];
        ends = new int[scopes * 3 + 8];
    }

    void collect() {
        linkAnnotations();
        for (int scope = 0; scope < table.scopeCount(); scope++) {
            firstRegions[scope] = regionCount;
            int node = table.node(scope);
            switch (table.type(scope)) {
                case MODULE -> append(0, tree.source().end());
                case FUNCTION -> function(node);
                case CLASS -> statements(tree.slot(node, 4));
                case TYPE_PARAMETERS -> typeParameters(node);
                case TYPE_VARIABLE -> typeVariable(node);
                case TYPE_ALIAS -> expression(tree.slot(node, 2));
                case ANNOTATION -> {
                    if (tree.kind(node) == NodeKind.FUNCTION_DEF) {
                        annotations(node);
                    } else {
                        variableAnnotations(scope);
                    }
                }
            }
        }
        firstRegions[table.scopeCount()] = regionCount;
    }

    private void linkAnnotations() {
        int count = table.annotationCount();
        nextAnnotations = new int[count];
        if (count > 0) {
            firstAnnotations = new int[table.scopeCount()];
            Arrays.fill(firstAnnotations, SymbolTable.NONE);
        }
        for (int i = count - 1; i >= 0; i--) {
            int scope = table.annotationScope(i);
            nextAnnotations[i] = firstAnnotations[scope];
            firstAnnotations[scope] = i;
        }
    }

    private void function(int node) {
        switch (tree.kind(node)) {
            case FUNCTION_DEF -> {
                parameterNames(tree.slot(node, 4));
                statements(tree.slot(node, 6));
            }
            case LAMBDA -> {
                parameterNames(tree.slot(node, 0));
                expression(tree.slot(node, 1));
            }
            case DICT_COMPREHENSION -> comprehension(node, tree.slot(node, 2));
            default -> comprehension(node, tree.slot(node, 1));
        }
    }

    private void parameterNames(int parameters) {
        int items = parameters == 0 ? 0 : tree.slot(parameters, 0);
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> {
                    int name = tree.slot(item, 0);
                    if (tree.tokens().kind(name) == TokenKind.NAME) {
                        add(tree.tokens().start(name), tree.tokens().end(name));
                    }
                }
                default -> { }
            }
        }
    }

    /// From the first statement, its decorators included, to the last.
    private void statements(int list) {
        int length = tree.length(list);
        if (length > 0) {
            add(tree.extentStart(tree.element(list, 0)), tree.end(tree.element(list, length - 1)));
        }
    }

    /// All but the first iterable, which the scope around evaluates.
    private void comprehension(int node, int clauses) {
        int first = tree.element(clauses, 0);
        int iterable = tree.kind(first) == NodeKind.COMPREHENSION_CLAUSE ? tree.slot(first, 2) : 0;
        if (iterable == 0) {
            expression(node);
        } else {
            add(tree.start(node), tree.start(iterable));
            add(tree.end(iterable), tree.end(node));
        }
    }

    private void typeParameters(int node) {
        switch (tree.kind(node)) {
            case FUNCTION_DEF -> {
                elements(tree.slot(node, 3));
                annotations(node);
            }
            case CLASS_DEF -> {
                elements(tree.slot(node, 2));
                elements(tree.slot(node, 3));
            }
            default -> elements(tree.slot(node, 1));
        }
    }

    /// A parameter that has a bound and a default has a scope for each, in this order.
    private void typeVariable(int node) {
        int first = tree.slot(node, 1);
        boolean second = tree.kind(node) == NodeKind.TYPE_VAR && (first == 0 || lastTypeParameter == node);
        lastTypeParameter = node;
        expression(second ? tree.slot(node, 2) : first);
    }

    private void annotations(int function) {
        int parameters = tree.slot(function, 4);
        int items = parameters == 0 ? 0 : tree.slot(parameters, 0);
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> expression(tree.slot(item, 1));
                default -> { }
            }
        }
        expression(tree.slot(function, 5));
    }

    private void variableAnnotations(int scope) {
        for (int i = firstAnnotations[scope]; i != SymbolTable.NONE; i = nextAnnotations[i]) {
            expression(table.annotationNode(i));
        }
    }

    private void elements(int list) {
        int length = tree.length(list);
        if (length > 0) {
            add(tree.start(tree.element(list, 0)), tree.end(tree.element(list, length - 1)));
        }
    }

    private void expression(int node) {
        if (node != 0) {
            add(tree.start(node), tree.end(node));
        }
    }

    /// Adds a region unless it is empty, as that of an expression which is missing.
    private void add(int start, int end) {
        if (start < end) {
            append(start, end);
        }
    }

    private void append(int start, int end) {
        if (regionCount == starts.length) {
            starts = Arrays.copyOf(starts, regionCount * 2);
            ends = Arrays.copyOf(ends, regionCount * 2);
        }
        starts[regionCount] = start;
        ends[regionCount++] = end;
    }
}
