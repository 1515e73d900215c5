package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// Visits parameters, which the tree has as written and CPython sorts by kind.
final class Parameters {
    private Parameters() {}

    /// Has the defaults visited: those of positional parameters, then those of keyword-only ones, as they stand.
    static void pushDefaults(SymbolCollector out, int parameters) {
        SyntaxTree tree = out.tree;
        int items = items(tree, parameters);
        for (int i = tree.length(items) - 1; i >= 0; i--) {
            int item = tree.element(items, i);
            if (tree.kind(item) == NodeKind.PARAMETER) {
                out.push(SymbolCollector.LOAD, tree.slot(item, 2));
            }
        }
    }

    static boolean hasKeywordDefaults(SyntaxTree tree, int parameters) {
        int items = items(tree, parameters);
        boolean keywordOnly = false;
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case STAR_PARAMETER, KEYWORD_ONLY_MARKER -> keywordOnly = true;
                case PARAMETER -> {
                    if (keywordOnly && tree.slot(item, 2) != 0) {
                        return true;
                    }
                }
                default -> { }
            }
        }
        return false;
    }

    /// Defines the parameters in the current scope: plain ones first, then `*args`, then `**kwargs`.
    static void define(SymbolCollector out, int parameters) {
        SyntaxTree tree = out.tree;
        int items = items(tree, parameters);
        int length = tree.length(items);
        int starred = 0;
        for (int i = 0; i < length; i++) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case PARAMETER -> define(out, item, 0);
                case STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> starred++;
                default -> { }
            }
        }
        for (int i = 0; i < length && starred > 0; i++) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case STAR_PARAMETER -> define(out, item, ScopeFlags.VARARGS);
                case DOUBLE_STAR_PARAMETER -> define(out, item, ScopeFlags.VARKEYWORDS);
                default -> { }
            }
        }
    }

    private static void define(SymbolCollector out, int parameter, int scopeFlag) {
        int name = out.name(out.tree.slot(parameter, 0));
        if (name != ScopeBuffer.NONE) {
            out.define(name, SymbolFlags.DEF_PARAM, parameter);
            out.set(scopeFlag);
        }
    }

    /// Has the annotations visited: positional parameters, `*args`, `**kwargs`, keyword-only parameters.
    static boolean pushAnnotations(SymbolCollector out, int parameters) {
        SyntaxTree tree = out.tree;
        int items = items(tree, parameters);
        int length = tree.length(items);
        int star = length;
        boolean some = false;
        for (int i = 0; i < length; i++) {
            NodeKind kind = tree.kind(tree.element(items, i));
            if (star == length && (kind == NodeKind.STAR_PARAMETER || kind == NodeKind.KEYWORD_ONLY_MARKER)) {
                star = i;
            }
            some |= annotation(tree, tree.element(items, i)) != 0;
        }
        if (!some) {
            return false;
        }
        pushAnnotations(out, items, star, length, NodeKind.PARAMETER);
        pushAnnotations(out, items, 0, length, NodeKind.DOUBLE_STAR_PARAMETER);
        pushAnnotations(out, items, 0, length, NodeKind.STAR_PARAMETER);
        pushAnnotations(out, items, 0, star, NodeKind.PARAMETER);
        return true;
    }

    private static void pushAnnotations(SymbolCollector out, int items, int from, int to, NodeKind kind) {
        for (int i = to - 1; i >= from; i--) {
            int item = out.tree.element(items, i);
            if (out.tree.kind(item) == kind) {
                out.push(SymbolCollector.LOAD, annotation(out.tree, item));
            }
        }
    }

    private static int annotation(SyntaxTree tree, int item) {
        return switch (tree.kind(item)) {
            case PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> tree.slot(item, 1);
            default -> 0;
        };
    }

    /// The list of a PARAMETERS node, which a lambda need not have.
    private static int items(SyntaxTree tree, int parameters) {
        return parameters == 0 ? 0 : tree.slot(parameters, 0);
    }
}
