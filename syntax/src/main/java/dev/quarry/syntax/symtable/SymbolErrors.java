package dev.quarry.syntax.symtable;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/// The errors of both passes, in CPython's words and places.
///
/// CPython stops at its first error. Here the passes go on; what comes after the first is a help for people and owes
/// nothing to CPython.
final class SymbolErrors {
    private final ScopeBuffer scopes;
    private final NameMangler names;
    /// By scope and mangled name, the node that declared it first.
    private final PairTable directives = new PairTable();
    private List<Diagnostic> found = new ArrayList<>();
    private SyntaxTree tree;
    private PythonVersion version;

    SymbolErrors(ScopeBuffer scopes, NameMangler names) {
        this.scopes = scopes;
        this.names = names;
    }

    void reset(SyntaxTree next) {
        tree = next;
        version = next.options().version();
        directives.clear();
        if (!found.isEmpty()) {
            found = new ArrayList<>();
        }
    }

    List<Diagnostic> found() {
        return List.copyOf(found);
    }

    /// Remembers where a name was declared, for the errors of the second pass.
    void recordDirective(int scope, int mangledName, int node) {
        if (directives.get(scope, mangledName) == PairTable.ABSENT) {
            directives.add(scope, mangledName, node);
        }
    }

    void duplicateArgument(int scope, int name, int node) {
        String what = version.isAtLeast(PythonVersion.PY315) ? "parameter" : "argument";
        atOrScope("duplicate " + what + " '" + names.text(name) + "' in function definition", scope, node);
    }

    void duplicateTypeParameter(int name, int node) {
        at("duplicate type parameter '" + names.text(name) + "'", node);
    }

    void reservedTypeParameter(int name, int node) {
        at("reserved name '" + names.text(name) + "' cannot be used for type parameter", node);
    }

    void iterationRebindsTarget(int scope, int name, int node) {
        atOrScope("comprehension inner loop cannot rebind assignment expression target '" + names.text(name) + "'",
                scope, node);
    }

    void targetRebindsIteration(int name, int node) {
        before("assignment expression cannot rebind comprehension iteration variable '" + names.text(name) + "'",
                node);
    }

    void assignmentInIterable(int node) {
        before("assignment expression cannot be used in a comprehension iterable expression", node);
    }

    /// An assignment expression in a comprehension right in a scope that must not get a name that way.
    void assignmentInComprehensionOf(ScopeType type, int node) {
        before("assignment expression within a comprehension cannot be used " + switch (type) {
            case CLASS -> "in a class body";
            case TYPE_PARAMETERS -> "within the definition of a generic";
            case TYPE_ALIAS -> "in a type alias";
            case TYPE_VARIABLE -> "in a TypeVar bound";
            case MODULE, FUNCTION, ANNOTATION -> throw new IllegalArgumentException("allowed in a " + type);
        }, node);
    }

    /// `what` within an annotation, type alias, type parameter or their scope.
    void notInAnnotation(String what, int scope, int node) {
        if (!version.isAtLeast(PythonVersion.PY312)) {
            at("'" + what + "' can not be used within an annotation", node);
            return;
        }
        at(what + " cannot be used within " + switch (scopes.type(scope)) {
            case ANNOTATION -> "an annotation";
            case TYPE_VARIABLE -> version.isAtLeast(PythonVersion.PY313) ? scopes.descriptions[scope]
                    : "a TypeVar bound";
            case TYPE_ALIAS -> "a type alias";
            case TYPE_PARAMETERS -> "the definition of a generic";
            case MODULE, FUNCTION, CLASS -> throw new IllegalArgumentException("allowed in " + scopes.type(scope));
        }, node);
    }

    void scopeInClassAnnotation(String what, int node) {
        at("Cannot use " + what + " in annotation scope within class scope", node);
    }

    void yieldInComprehension(int scope, int node) {
        atOrScope("'yield' inside " + switch (tree.kind(scopes.nodes[scope])) {
            case LIST_COMPREHENSION -> "list comprehension";
            case SET_COMPREHENSION -> "set comprehension";
            case DICT_COMPREHENSION -> "dict comprehension";
            default -> "generator expression";
        }, scope, node);
    }

    void awaitOutside(String where, int node) {
        at("'await' outside " + where, node);
    }

    void asyncOutside(String statement, int node) {
        at("'async " + statement + "' outside async function", node);
    }

    void asyncComprehension(int node) {
        at("asynchronous comprehension outside of an asynchronous function", node);
    }

    void debug(String what, int node) {
        at("cannot " + what + " __debug__", node);
    }

    void starImport(int scope, int node) {
        atOrScope("import * only allowed at module level", scope, node);
    }

    void lateFutureImport(int node) {
        at("from __future__ imports must occur at the beginning of the file", node);
    }

    /// @param where the plural that CPython names
    void lazyImport(String statement, String where, int node) {
        at(statement + " not allowed inside " + where, node);
    }

    void lazyStarImport(int node) {
        at("lazy from ... import * is not allowed", node);
    }

    void annotatedDeclaration(int name, boolean global, int node) {
        at("annotated name '" + names.text(name) + "' can't be " + (global ? "global" : "nonlocal"), node);
    }

    /// A `global` or `nonlocal` statement for a name that the scope has already, with these flags.
    void lateDeclaration(int name, int known, boolean global, int node) {
        String text = names.text(name);
        String declaration = global ? "global" : "nonlocal";
        if ((known & SymbolFlags.DEF_PARAM) != 0) {
            at("name '" + text + "' is parameter and " + declaration, node);
        } else if ((known & SymbolFlags.USE) != 0) {
            at("name '" + text + "' is used prior to " + declaration + " declaration", node);
        } else if ((known & SymbolFlags.DEF_ANNOT) != 0) {
            annotatedDeclaration(name, global, node);
        } else {
            at("name '" + text + "' is assigned to before " + declaration + " declaration", node);
        }
    }

    void nonlocalAndGlobal(int scope, int name) {
        atDirective("name '" + names.text(name) + "' is nonlocal and global", scope, name);
    }

    void nonlocalInModule(int scope, int name) {
        atDirective("nonlocal declaration not allowed at module level", scope, name);
    }

    void noBinding(int scope, int name) {
        atDirective("no binding for nonlocal '" + names.text(name) + "' found", scope, name);
    }

    void nonlocalTypeParameter(int scope, int name) {
        atDirective("nonlocal binding not allowed for type parameter '" + names.text(name) + "'", scope, name);
    }

    private void atDirective(String message, int scope, int name) {
        int node = directives.get(scope, name);
        at(message, node == PairTable.ABSENT ? scopes.nodes[scope] : node);
    }

    /// 3.8 and 3.9 tell the scope's place for want of a better one.
    private void atOrScope(String message, int scope, int node) {
        at(message, hasRanges() ? node : scopes.nodes[scope]);
    }

    /// 3.8 and 3.9 are one column short.
    private void before(String message, int node) {
        int start = tree.start(node);
        if (hasRanges() || tree.source().column(start) == 0) {
            at(message, node);
        } else {
            found.add(error(message, start - 1, start - 1));
        }
    }

    private void at(String message, int node) {
        int start = tree.start(node);
        if (tree.kind(node) == NodeKind.STAR_PARAMETER || tree.kind(node) == NodeKind.DOUBLE_STAR_PARAMETER) {
            // CPython's `arg` begins at the name.
            start = tree.tokens().start(tree.slot(node, 0));
        }
        found.add(error(message, start, hasRanges() ? tree.end(node) : start));
    }

    private static Diagnostic error(String message, int start, int end) {
        return new Diagnostic("SyntaxError", message, Diagnostic.Stage.COMPILE, start, end);
    }

    /// Whether errors have an end: since 3.10.
    private boolean hasRanges() {
        return version.isAtLeast(PythonVersion.PY310);
    }
}
