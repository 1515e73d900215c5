package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Visits statements. What comes first in CPython's order is pushed last.
final class StatementCollector {
    private final SymbolCollector out;

    StatementCollector(SymbolCollector out) {
        this.out = out;
    }

    void visit(int node) {
        SyntaxTree tree = out.tree;
        switch (tree.kind(node)) {
            case FUNCTION_DEF -> function(tree, node);
            case CLASS_DEF -> classDefinition(tree, node);
            case TYPE_ALIAS -> typeAlias(tree, node);
            case EXPRESSION_STATEMENT -> out.push(SymbolCollector.LOAD, tree.slot(node, 0));
            case ASSIGN -> {
                out.push(SymbolCollector.LOAD, tree.slot(node, 1));
                out.pushAll(SymbolCollector.STORE, tree.slot(node, 0));
            }
            case AUGMENTED_ASSIGN -> {
                out.push(SymbolCollector.LOAD, tree.slot(node, 2));
                out.push(SymbolCollector.STORE, tree.slot(node, 0));
            }
            case ANNOTATED_ASSIGN -> annotatedAssignment(tree, node);
            case RETURN -> {
                if (tree.slot(node, 0) != 0) {
                    out.pushNumber(SymbolCollector.RETURN_END, 0);
                    out.push(SymbolCollector.LOAD, tree.slot(node, 0));
                }
            }
            case DELETE -> out.pushAll(SymbolCollector.DELETE, tree.slot(node, 0));
            case FOR -> {
                checkAsync(tree, node, "for");
                pushConditional(0, tree.slot(node, 3), tree.slot(node, 4));
                out.push(SymbolCollector.LOAD, tree.slot(node, 2));
                out.push(SymbolCollector.STORE, tree.slot(node, 1));
            }
            case WHILE, IF -> {
                pushConditional(0, tree.slot(node, 1), tree.slot(node, 2));
                out.push(SymbolCollector.LOAD, tree.slot(node, 0));
            }
            case WITH -> with(tree, node);
            case MATCH -> match(tree, node);
            case RAISE -> {
                out.push(SymbolCollector.LOAD, tree.slot(node, 1));
                out.push(SymbolCollector.LOAD, tree.slot(node, 0));
            }
            case TRY -> tryStatement(tree, node);
            case EXCEPT_HANDLER -> {
                out.pushAll(SymbolCollector.STATEMENT, tree.slot(node, 2));
                if (tree.slot(node, 1) != 0) {
                    out.push(SymbolCollector.HANDLER_NAME, node);
                }
                out.push(SymbolCollector.LOAD, tree.slot(node, 0));
            }
            case ASSERT -> {
                out.push(SymbolCollector.LOAD, tree.slot(node, 1));
                out.push(SymbolCollector.LOAD, tree.slot(node, 0));
            }
            case IMPORT -> {
                checkLazy(tree.slot(node, 1), "lazy import", node);
                aliases(tree, tree.slot(node, 0), 0);
            }
            case IMPORT_FROM -> importFrom(tree, node);
            case GLOBAL -> declaration(tree, node, SymbolFlags.DEF_GLOBAL);
            case NONLOCAL -> declaration(tree, node, SymbolFlags.DEF_NONLOCAL);
            // PASS, BREAK, CONTINUE and what the parser could not read.
            default -> { }
        }
    }

    private void function(SyntaxTree tree, int node) {
        int name = out.name(tree.slot(node, 2));
        if (name == ScopeBuffer.NONE) {
            return;
        }
        out.define(name, SymbolFlags.DEF_LOCAL, node);
        boolean generic = tree.slot(node, 3) != 0;
        boolean decoratorsFirst = out.isAtLeast(PythonVersion.PY312);
        if (generic) {
            out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        }
        out.push(SymbolCollector.FUNCTION_BODY, node);
        if (!decoratorsFirst) {
            out.pushAll(SymbolCollector.LOAD, tree.slot(node, 0));
        }
        out.push(SymbolCollector.ANNOTATIONS, node);
        if (generic) {
            out.pushAll(SymbolCollector.TYPE_PARAMETER, tree.slot(node, 3));
            out.push(SymbolCollector.TYPE_PARAMETER_SCOPE, node);
        }
        if (decoratorsFirst) {
            out.pushAll(SymbolCollector.LOAD, tree.slot(node, 0));
        }
        Parameters.pushDefaults(out, tree.slot(node, 4));
    }

    private void classDefinition(SyntaxTree tree, int node) {
        int name = out.name(tree.slot(node, 1));
        if (name == ScopeBuffer.NONE) {
            return;
        }
        out.define(name, SymbolFlags.DEF_LOCAL, node);
        boolean generic = tree.slot(node, 2) != 0;
        boolean decoratorsFirst = out.isAtLeast(PythonVersion.PY312);
        // 3.12 up to 3.12.3 forgets the name of the class around when a generic class has set its own.
        out.pushNumber(SymbolCollector.SET_PRIVATE_NAME,
                generic && out.version == PythonVersion.PY312 ? name : out.privateName);
        if (generic) {
            out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        }
        out.push(SymbolCollector.CLASS_BODY, node);
        if (!decoratorsFirst) {
            out.pushAll(SymbolCollector.LOAD, tree.slot(node, 0));
        }
        out.pushArguments(tree.slot(node, 3));
        if (generic) {
            out.pushAll(SymbolCollector.TYPE_PARAMETER, tree.slot(node, 2));
            out.push(SymbolCollector.TYPE_PARAMETER_SCOPE, node);
        }
        if (decoratorsFirst) {
            out.pushAll(SymbolCollector.LOAD, tree.slot(node, 0));
        }
    }

    private void typeAlias(SyntaxTree tree, int node) {
        if (DefinitionCollector.aliasName(out, node) == ScopeBuffer.NONE) {
            return;
        }
        boolean generic = tree.slot(node, 1) != 0;
        out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        if (generic) {
            out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        }
        out.push(SymbolCollector.ALIAS_VALUE, node);
        if (generic) {
            out.pushAll(SymbolCollector.TYPE_PARAMETER, tree.slot(node, 1));
            out.push(SymbolCollector.TYPE_PARAMETER_SCOPE, node);
        }
        out.push(SymbolCollector.STORE, tree.slot(node, 0));
    }

    private void annotatedAssignment(SyntaxTree tree, int node) {
        int target = tree.slot(node, 0);
        boolean simple = tree.kind(target) == NodeKind.NAME;
        out.set(ScopeFlags.ANNOTATIONS_USED);
        out.push(SymbolCollector.LOAD, tree.slot(node, 2));
        out.push(SymbolCollector.VARIABLE_ANNOTATION, tree.slot(node, 1));
        int inner = target;
        while (tree.kind(inner) == NodeKind.PAREN) {
            inner = tree.slot(inner, 0);
        }
        if (tree.kind(inner) != NodeKind.NAME) {
            out.push(SymbolCollector.STORE, target);
            return;
        }
        int name = out.name(tree.slot(inner, 0));
        if (name == ScopeBuffer.NONE) {
            return;
        }
        int known = out.flags(out.current, out.mangled(name));
        if (simple && out.current != 0
                && (known & (SymbolFlags.DEF_GLOBAL | SymbolFlags.DEF_NONLOCAL)) != 0) {
            out.errors.annotatedDeclaration(name, (known & SymbolFlags.DEF_GLOBAL) != 0, node);
        }
        if (simple) {
            out.define(name, SymbolFlags.DEF_ANNOT | SymbolFlags.DEF_LOCAL, inner);
        } else if (tree.slot(node, 2) != 0) {
            out.define(name, SymbolFlags.DEF_LOCAL, inner);
        }
    }

    private void with(SyntaxTree tree, int node) {
        checkAsync(tree, node, "with");
        int flags = conditional();
        out.pushAll(SymbolCollector.STATEMENT, tree.slot(node, 2));
        int items = tree.slot(node, 1);
        for (int i = tree.length(items) - 1; i >= 0; i--) {
            int item = tree.element(items, i);
            if (tree.kind(item) == NodeKind.WITH_ITEM) {
                out.push(SymbolCollector.STORE, tree.slot(item, 1));
                out.push(SymbolCollector.LOAD, tree.slot(item, 0));
            }
        }
        enterConditional(flags, 0);
    }

    private void match(SyntaxTree tree, int node) {
        int cases = tree.slot(node, 1);
        int flags = conditional();
        for (int i = tree.length(cases) - 1; i >= 0; i--) {
            int alternative = tree.element(cases, i);
            if (tree.kind(alternative) == NodeKind.MATCH_CASE) {
                out.pushAll(SymbolCollector.STATEMENT, tree.slot(alternative, 2));
                out.push(SymbolCollector.LOAD, tree.slot(alternative, 1));
                out.push(SymbolCollector.PATTERN, tree.slot(alternative, 0));
            }
        }
        enterConditional(flags, 0);
        out.push(SymbolCollector.LOAD, tree.slot(node, 0));
    }

    private void tryStatement(SyntaxTree tree, int node) {
        int flags = conditional();
        out.pushAll(SymbolCollector.STATEMENT, tree.slot(node, 3));
        // Before 3.13 CPython visited `else` before the handlers.
        boolean handlersFirst = out.isAtLeast(PythonVersion.PY313);
        out.pushAll(SymbolCollector.STATEMENT, tree.slot(node, handlersFirst ? 2 : 1));
        out.pushAll(SymbolCollector.STATEMENT, tree.slot(node, handlersFirst ? 1 : 2));
        out.pushAll(SymbolCollector.STATEMENT, tree.slot(node, 0));
        enterConditional(flags, ScopeFlags.IN_TRY_BLOCK);
    }

    /// Has bodies visited that may not be executed.
    private void pushConditional(int extraFlags, int first, int second) {
        int flags = conditional();
        out.pushAll(SymbolCollector.STATEMENT, second);
        out.pushAll(SymbolCollector.STATEMENT, first);
        enterConditional(flags, extraFlags);
    }

    /// Has the state of now restored later, and returns it. Only annotations from 3.14 on depend on it.
    private int conditional() {
        int flags = out.scopes.flags[out.current] & (ScopeFlags.IN_CONDITIONAL_BLOCK | ScopeFlags.IN_TRY_BLOCK);
        if (out.isAtLeast(PythonVersion.PY314)) {
            out.pushNumber(SymbolCollector.SET_FLAGS, flags);
        }
        return flags;
    }

    private void enterConditional(int flags, int extraFlags) {
        if (out.isAtLeast(PythonVersion.PY314)) {
            out.pushNumber(SymbolCollector.SET_FLAGS, flags | ScopeFlags.IN_CONDITIONAL_BLOCK | extraFlags);
        }
    }

    void handlerName(int node) {
        int name = out.name(out.tree.slot(node, 1));
        if (name != ScopeBuffer.NONE) {
            out.define(name, SymbolFlags.DEF_LOCAL, node);
        }
    }

    private void importFrom(SyntaxTree tree, int node) {
        checkLazy(tree.slot(node, 4), "lazy from ... import", node);
        aliases(tree, tree.slot(node, 3), tree.slot(node, 4) == 0 ? 0 : node);
        if (out.isAtLeast(PythonVersion.PY314) && out.future.isLate(node)) {
            out.errors.lateFutureImport(node);
        }
    }

    /// @param lazyStatement the statement, if it is lazy, else 0
    private void aliases(SyntaxTree tree, int list, int lazyStatement) {
        for (int i = 0; i < tree.length(list); i++) {
            int alias = tree.element(list, i);
            if (tree.kind(alias) != NodeKind.ALIAS) {
                continue;
            }
            int first = tree.slot(alias, 0);
            if (out.tokens.kind(first) == TokenKind.STAR) {
                if (lazyStatement != 0) {
                    out.errors.lazyStarImport(lazyStatement);
                }
                if (out.currentType() != ScopeType.MODULE) {
                    out.errors.starImport(out.current, alias);
                }
                continue;
            }
            int bound = tree.slot(alias, 2) == 0 ? first : tree.slot(alias, 2);
            int name = out.name(bound);
            if (name != ScopeBuffer.NONE) {
                out.define(name, SymbolFlags.DEF_IMPORT, alias);
            }
        }
    }

    private void checkLazy(int lazy, String statement, int node) {
        if (lazy == 0) {
            return;
        }
        if (out.has(ScopeFlags.IN_TRY_BLOCK)) {
            out.errors.lazyImport(statement, "try/except blocks", node);
        } else if (out.currentType() == ScopeType.FUNCTION) {
            out.errors.lazyImport(statement, "functions", node);
        } else if (out.currentType() == ScopeType.CLASS) {
            out.errors.lazyImport(statement, "classes", node);
        }
    }

    /// From 3.14 on the symbol table minds what the code generator minded before.
    private void checkAsync(SyntaxTree tree, int node, String statement) {
        if (tree.slot(node, 0) != 0 && out.isAtLeast(PythonVersion.PY314) && !out.has(ScopeFlags.COROUTINE)) {
            out.errors.asyncOutside(statement, node);
        }
    }

    private void declaration(SyntaxTree tree, int node, int flag) {
        int list = tree.slot(node, 0);
        for (int i = 0; i < tree.length(list); i++) {
            int name = out.name(tree.element(list, i));
            if (name == ScopeBuffer.NONE) {
                continue;
            }
            int known = out.flags(out.current, out.mangled(name));
            if ((known & (SymbolFlags.DEF_PARAM | SymbolFlags.DEF_LOCAL | SymbolFlags.USE | SymbolFlags.DEF_ANNOT))
                    != 0) {
                out.errors.lateDeclaration(name, known, flag == SymbolFlags.DEF_GLOBAL, node);
            }
            out.define(name, flag, node);
            out.errors.recordDirective(out.current, out.mangled(name), node);
        }
    }
}
