package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;

/// Visits comprehensions and generator expressions, after their outermost iterable.
final class ComprehensionCollector {
    private final SymbolCollector out;

    ComprehensionCollector(SymbolCollector out) {
        this.out = out;
    }

    void body(int node) {
        SyntaxTree tree = out.tree;
        NodeKind kind = tree.kind(node);
        boolean dictionary = kind == NodeKind.DICT_COMPREHENSION;
        int clauses = tree.slot(node, dictionary ? 2 : 1);
        int outermost = tree.element(clauses, 0);
        out.scopes.iterableDepth[out.current]--;
        boolean angled = out.isAtLeast(PythonVersion.PY315);
        out.enter(ScopeType.FUNCTION, out.names.id(switch (kind) {
            case LIST_COMPREHENSION -> angled ? ImplicitName.ANGLED_LISTCOMP : ImplicitName.LISTCOMP;
            case SET_COMPREHENSION -> angled ? ImplicitName.ANGLED_SETCOMP : ImplicitName.SETCOMP;
            case DICT_COMPREHENSION -> angled ? ImplicitName.ANGLED_DICTCOMP : ImplicitName.DICTCOMP;
            default -> angled ? ImplicitName.ANGLED_GENEXPR : ImplicitName.GENEXPR;
        }), node, node);
        out.set(ScopeFlags.COMPREHENSION);
        out.define(out.names.id(ImplicitName.ITERATOR), SymbolFlags.DEF_PARAM, node);
        out.push(SymbolCollector.COMPREHENSION_END, node);
        // The value of a dictionary's comprehension comes before the key.
        out.push(SymbolCollector.LOAD, tree.slot(node, 0));
        if (dictionary) {
            out.push(SymbolCollector.LOAD, tree.slot(node, 1));
        }
        out.pushFrom(SymbolCollector.CLAUSE, clauses, 1);
        if (tree.kind(outermost) == NodeKind.COMPREHENSION_CLAUSE) {
            if (tree.slot(outermost, 0) != 0) {
                out.set(ScopeFlags.COROUTINE);
            }
            out.pushAll(SymbolCollector.LOAD, tree.slot(outermost, 3));
            target(tree.slot(outermost, 1));
        }
    }

    private void target(int target) {
        out.set(ScopeFlags.ITERATION_TARGET);
        out.pushNumber(SymbolCollector.TARGET_END, 0);
        out.push(SymbolCollector.STORE, target);
    }

    /// A clause after the first.
    void clause(int node) {
        SyntaxTree tree = out.tree;
        if (tree.kind(node) == NodeKind.COMPREHENSION_CLAUSE) {
            out.push(SymbolCollector.CLAUSE_ITERABLE, node);
            target(tree.slot(node, 1));
        }
    }

    void clauseIterable(int node) {
        out.scopes.iterableDepth[out.current]++;
        out.push(SymbolCollector.CLAUSE_CONDITIONS, node);
        out.push(SymbolCollector.LOAD, out.tree.slot(node, 2));
    }

    void clauseConditions(int node) {
        out.scopes.iterableDepth[out.current]--;
        if (out.tree.slot(node, 0) != 0) {
            out.set(ScopeFlags.COROUTINE);
        }
        out.pushAll(SymbolCollector.LOAD, out.tree.slot(node, 3));
    }

    void end(int node) {
        boolean generator = out.tree.kind(node) == NodeKind.GENERATOR;
        if (out.has(ScopeFlags.GENERATOR) && !out.isAtLeast(PythonVersion.PY310)) {
            out.errors.yieldInComprehension(out.current, node);
        }
        boolean async = out.has(ScopeFlags.COROUTINE) && !generator;
        if (generator) {
            out.set(ScopeFlags.GENERATOR);
        } else {
            out.clear(ScopeFlags.GENERATOR);
        }
        out.iterationVariables.leave(out.current);
        out.exit();
        if (!async) {
            return;
        }
        if (out.isAtLeast(PythonVersion.PY314) && !out.has(ScopeFlags.COMPREHENSION)
                && !(out.currentType() == ScopeType.FUNCTION && out.has(ScopeFlags.COROUTINE))) {
            out.errors.asyncComprehension(node);
        }
        out.set(ScopeFlags.COROUTINE);
    }
}
