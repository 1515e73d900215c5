package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;

/// Visits expressions, comprehensions' insides apart. The operands after the first are pushed; the first is visited in
/// the same loop.
final class ExpressionCollector {
    private final SymbolCollector out;

    ExpressionCollector(SymbolCollector out) {
        this.out = out;
    }

    void visit(int first, int firstContext) {
        SyntaxTree tree = out.tree;
        int node = first;
        int context = firstContext;
        while (node != 0) {
            int next = 0;
            switch (tree.kind(node)) {
                case NAME -> name(tree, node, context);
                case PAREN, STARRED -> {
                    node = tree.slot(node, 0);
                    continue;
                }
                case TUPLE, LIST -> {
                    int elements = tree.slot(node, 0);
                    out.pushFrom(context, elements, 1);
                    if (elements != 0) {
                        node = tree.element(elements, 0);
                        continue;
                    }
                }
                case ATTRIBUTE -> {
                    if (context != SymbolCollector.LOAD) {
                        checkDebug(tree.slot(node, 1), context, node);
                    }
                    next = tree.slot(node, 0);
                }
                case CALL -> {
                    out.pushArguments(tree.slot(node, 1));
                    next = tree.slot(node, 0);
                }
                case SUBSCRIPT -> {
                    out.push(SymbolCollector.LOAD, tree.slot(node, 1));
                    next = tree.slot(node, 0);
                }
                case SLICE -> {
                    out.push(SymbolCollector.LOAD, tree.slot(node, 2));
                    out.push(SymbolCollector.LOAD, tree.slot(node, 1));
                    next = tree.slot(node, 0);
                }
                case STRINGS -> {
                    if (out.version == PythonVersion.PY38 && FieldLines.isFormatted(tree, node)) {
                        out.pushNumber(SymbolCollector.SET_STRINGS, out.strings);
                        out.strings = node;
                    }
                    out.pushAll(SymbolCollector.LOAD, tree.slot(node, 0));
                }
                case FSTRING, TSTRING, SET -> out.pushAll(SymbolCollector.LOAD, tree.slot(node, 0));
                case REPLACEMENT_FIELD -> {
                    out.pushAll(SymbolCollector.LOAD, tree.slot(node, 4));
                    if (out.version == PythonVersion.PY38) {
                        out.pushNumber(SymbolCollector.SET_LINE_SHIFT, out.lineShift);
                        out.lineShift = FieldLines.shift(tree, out.strings, node, out.lineShift);
                    }
                    next = tree.slot(node, 0);
                }
                case DICT -> dictionary(tree, tree.slot(node, 0));
                case UNARY -> next = tree.slot(node, 1);
                case BINARY -> {
                    out.push(SymbolCollector.LOAD, tree.slot(node, 2));
                    next = tree.slot(node, 0);
                }
                case BOOLEAN -> out.pushAll(SymbolCollector.LOAD, tree.slot(node, 1));
                case COMPARISON -> {
                    out.pushAll(SymbolCollector.LOAD, tree.slot(node, 2));
                    next = tree.slot(node, 0);
                }
                case CONDITIONAL -> {
                    out.push(SymbolCollector.LOAD, tree.slot(node, 2));
                    out.push(SymbolCollector.LOAD, tree.slot(node, 0));
                    next = tree.slot(node, 1);
                }
                case LAMBDA -> {
                    if (refusesScopes()) {
                        out.errors.scopeInClassAnnotation("lambda", node);
                    }
                    out.push(SymbolCollector.LAMBDA_BODY, node);
                    Parameters.pushDefaults(out, tree.slot(node, 0));
                }
                case LIST_COMPREHENSION, SET_COMPREHENSION, GENERATOR -> comprehension(tree, node, 1);
                case DICT_COMPREHENSION -> comprehension(tree, node, 2);
                case NAMED_EXPRESSION -> {
                    namedExpression(tree, node);
                    next = tree.slot(node, 1);
                }
                case AWAIT -> {
                    checkAnnotation("await expression", node);
                    checkAwait(node);
                    out.pushNumber(SymbolCollector.AWAIT_END, 0);
                    next = tree.slot(node, 0);
                }
                case YIELD, YIELD_FROM -> {
                    checkAnnotation("yield expression", node);
                    out.push(SymbolCollector.YIELD_END, node);
                    next = tree.slot(node, 0);
                }
                // Constants, and what the parser could not read.
                default -> { }
            }
            node = next;
            context = SymbolCollector.LOAD;
        }
    }

    private void name(SyntaxTree tree, int node, int context) {
        int name = out.name(tree.slot(node, 0));
        if (name == ScopeBuffer.NONE || out.has(ScopeFlags.IN_UNEVALUATED_ANNOTATION)) {
            return;
        }
        if (context != SymbolCollector.LOAD) {
            if (context == SymbolCollector.DELETE && checkDebug(tree.slot(node, 0), context, node)) {
                return;
            }
            out.define(name, SymbolFlags.DEF_LOCAL, node);
            return;
        }
        out.define(name, SymbolFlags.USE, node);
        if (name == out.names.id(ImplicitName.SUPER) && out.currentType().isFunctionLike()) {
            // A use of super is a use of __class__.
            out.define(out.names.id(ImplicitName.CLASS), SymbolFlags.USE, node);
        }
    }

    private void dictionary(SyntaxTree tree, int entries) {
        int last = tree.length(entries) - 1;
        for (int i = last; i > 0; i -= 2) {
            out.push(SymbolCollector.LOAD, tree.element(entries, i));
        }
        for (int i = last - 1; i >= 0; i -= 2) {
            out.push(SymbolCollector.LOAD, tree.element(entries, i));
        }
    }

    /// The outermost iterable belongs to the scope around.
    private void comprehension(SyntaxTree tree, int node, int clauses) {
        if (refusesScopes()) {
            out.errors.scopeInClassAnnotation("comprehension", node);
        }
        int list = tree.slot(node, clauses);
        if (list == 0) {
            return;
        }
        out.scopes.iterableDepth[out.current]++;
        out.push(SymbolCollector.COMPREHENSION_BODY, node);
        int clause = tree.element(list, 0);
        if (tree.kind(clause) == NodeKind.COMPREHENSION_CLAUSE) {
            out.push(SymbolCollector.LOAD, tree.slot(clause, 2));
        }
    }

    /// 3.12 can't make scopes within an annotation scope of a class (gh-109118).
    private boolean refusesScopes() {
        return out.version == PythonVersion.PY312 && out.has(ScopeFlags.CAN_SEE_CLASS_SCOPE);
    }

    private void namedExpression(SyntaxTree tree, int node) {
        checkAnnotation("named expression", node);
        int target = tree.slot(node, 0);
        if (out.scopes.iterableDepth[out.current] > 0) {
            out.errors.assignmentInIterable(node);
        } else if (out.has(ScopeFlags.COMPREHENSION) && tree.kind(target) == NodeKind.NAME) {
            NamedExpressions.bindOutside(out, target);
        }
        out.push(SymbolCollector.STORE, target);
    }

    /// A yield, an await or an assignment expression within something that is evaluated later or never.
    private void checkAnnotation(String what, int node) {
        switch (out.currentType()) {
            case ANNOTATION, TYPE_VARIABLE, TYPE_ALIAS, TYPE_PARAMETERS ->
                    out.errors.notInAnnotation(what, out.current, node);
            case MODULE, FUNCTION, CLASS -> { }
        }
    }

    private void checkAwait(int node) {
        if (!out.isAtLeast(PythonVersion.PY314)) {
            return;
        }
        if (!out.currentType().isFunctionLike()) {
            out.errors.awaitOutside("function", node);
        } else if (!(out.currentType() == ScopeType.FUNCTION && out.has(ScopeFlags.COROUTINE))
                && !out.has(ScopeFlags.COMPREHENSION)) {
            out.errors.awaitOutside("async function", node);
        }
    }

    void yieldEnd(int node) {
        out.set(ScopeFlags.GENERATOR);
        // 3.8 and 3.9 look for it at the comprehension's end.
        if (out.has(ScopeFlags.COMPREHENSION) && out.isAtLeast(PythonVersion.PY310)) {
            out.errors.yieldInComprehension(out.current, node);
        }
    }

    /// From 3.14 on the symbol table refuses `__debug__` as a target, which the code generator did before.
    private boolean checkDebug(int token, int context, int node) {
        if (!out.isAtLeast(PythonVersion.PY314) || out.name(token) != out.names.id(ImplicitName.DEBUG)) {
            return false;
        }
        out.errors.debug(context == SymbolCollector.STORE ? "assign to" : "delete", node);
        return true;
    }

    void checkKeywords(int list) {
        SyntaxTree tree = out.tree;
        for (int i = 0; i < tree.length(list); i++) {
            int argument = tree.element(list, i);
            if (tree.kind(argument) == NodeKind.KEYWORD_ARGUMENT && tree.slot(argument, 0) != 0) {
                checkDebug(tree.slot(argument, 0), SymbolCollector.STORE, argument);
            }
        }
    }
}
