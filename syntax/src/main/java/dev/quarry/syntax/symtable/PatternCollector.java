package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;

/// Visits the patterns of `match` statements.
final class PatternCollector {
    private final SymbolCollector out;

    PatternCollector(SymbolCollector out) {
        this.out = out;
    }

    void visit(int node) {
        SyntaxTree tree = out.tree;
        switch (tree.kind(node)) {
            case PATTERN_VALUE -> out.push(SymbolCollector.LOAD, tree.slot(node, 0));
            case PATTERN_SEQUENCE, PATTERN_OR -> out.pushAll(SymbolCollector.PATTERN, tree.slot(node, 0));
            case PATTERN_PAREN -> out.push(SymbolCollector.PATTERN, tree.slot(node, 0));
            case PATTERN_STAR -> name(node);
            case PATTERN_AS -> {
                out.push(SymbolCollector.PATTERN_NAME, node);
                out.push(SymbolCollector.PATTERN, tree.slot(node, 0));
            }
            case PATTERN_MAPPING -> mapping(tree, node);
            case PATTERN_CLASS -> classPattern(tree, node);
            default -> { }
        }
    }

    /// Defines the name that a pattern binds after its parts.
    void name(int node) {
        int token = switch (out.tree.kind(node)) {
            case PATTERN_STAR -> out.tree.slot(node, 0);
            default -> out.tree.slot(node, 1);
        };
        int name = token == 0 ? ScopeBuffer.NONE : out.name(token);
        if (name != ScopeBuffer.NONE) {
            out.define(name, SymbolFlags.DEF_LOCAL, node);
        }
    }

    private void mapping(SyntaxTree tree, int node) {
        int entries = tree.slot(node, 0);
        int last = tree.length(entries) - 1;
        out.push(SymbolCollector.PATTERN_NAME, node);
        for (int i = last; i > 0; i -= 2) {
            out.push(SymbolCollector.PATTERN, tree.element(entries, i));
        }
        for (int i = last - 1; i >= 0; i -= 2) {
            out.push(SymbolCollector.LOAD, tree.element(entries, i));
        }
    }

    private void classPattern(SyntaxTree tree, int node) {
        int arguments = tree.slot(node, 1);
        int length = tree.length(arguments);
        boolean keywords = false;
        for (int i = length - 1; i >= 0; i--) {
            int argument = tree.element(arguments, i);
            if (tree.kind(argument) == NodeKind.PATTERN_KEYWORD) {
                out.push(SymbolCollector.PATTERN, tree.slot(argument, 1));
                keywords = true;
            }
        }
        if (keywords && out.isAtLeast(PythonVersion.PY314)) {
            out.push(SymbolCollector.PATTERN_KEYWORD_CHECK, arguments);
        }
        for (int i = length - 1; i >= 0; i--) {
            int argument = tree.element(arguments, i);
            if (tree.kind(argument) != NodeKind.PATTERN_KEYWORD) {
                out.push(SymbolCollector.PATTERN, argument);
            }
        }
        out.push(SymbolCollector.LOAD, tree.slot(node, 0));
    }

    /// From 3.14 on the symbol table refuses `__debug__` as a keyword.
    void checkKeywords(int arguments) {
        SyntaxTree tree = out.tree;
        for (int i = 0; i < tree.length(arguments); i++) {
            int argument = tree.element(arguments, i);
            if (tree.kind(argument) == NodeKind.PATTERN_KEYWORD
                    && out.name(tree.slot(argument, 0)) == out.names.id(ImplicitName.DEBUG)) {
                out.errors.debug("assign to", tree.slot(argument, 1));
            }
        }
    }
}
