package dev.quarry.syntax.compile;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// `__debug__`, a constant of the compiler that nothing may bind.
final class ReservedNames {
    private final SyntaxTree tree;
    private final Findings findings;
    private final int debug;
    /// `del __debug__` is an error since 3.10.
    private final boolean deletesChecked;

    ReservedNames(SyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        deletesChecked = tree.options().version().isAtLeast(PythonVersion.PY310);
        debug = tree.names().find("__debug__");
    }

    /// Whether the file has the name at all.
    boolean hasDebug() {
        return debug >= 0;
    }

    boolean isDebug(int nameToken) {
        return debug >= 0 && tree.tokens().kind(nameToken) == TokenKind.NAME
                && tree.tokens().payload(nameToken) == debug;
    }

    /// A name that a node binds; `at` is the node that CPython points at.
    void store(int nameToken, int at) {
        if (isDebug(nameToken)) {
            assigned(tree.start(at), tree.end(at));
        }
    }

    void assigned(int start, int end) {
        findings.error("cannot assign to __debug__", start, end);
    }

    void delete(int name) {
        if (deletesChecked && isDebug(tree.slot(name, 0))) {
            findings.error("cannot delete __debug__", tree.start(name), tree.end(name));
        }
    }

    /// CPython points at the attribute's name alone when it is on another line than the start.
    void storeAttribute(int attribute) {
        int name = tree.slot(attribute, 1);
        if (isDebug(name)) {
            int start = tree.start(attribute);
            int nameStart = tree.tokens().start(name);
            boolean sameLine = tree.source().line0(start) == tree.source().line0(nameStart);
            assigned(sameLine ? start : nameStart, tree.end(attribute));
        }
    }

    /// The name that a definition, type parameter, handler or import binds.
    void check(int node) {
        switch (tree.kind(node)) {
            case FUNCTION_DEF -> store(tree.slot(node, 2), node);
            case CLASS_DEF -> store(tree.slot(node, 1), node);
            case TYPE_ALIAS -> store(tree.slot(tree.slot(node, 0), 0), node);
            case TYPE_VAR, TYPE_VAR_TUPLE, PARAM_SPEC -> store(tree.slot(node, 0), node);
            case EXCEPT_HANDLER -> {
                if (tree.slot(node, 1) != 0) {
                    store(tree.slot(node, 1), node);
                }
            }
            case IMPORT -> aliases(tree.slot(node, 0), node);
            case IMPORT_FROM -> aliases(tree.slot(node, 3), node);
            default -> { }
        }
    }

    private void aliases(int names, int statement) {
        for (int i = 0; i < tree.length(names); i++) {
            int alias = tree.element(names, i);
            int asName = tree.slot(alias, 2);
            if (isDebug(asName != 0 ? asName : tree.slot(alias, 0))) {
                store(asName != 0 ? asName : tree.slot(alias, 0), statement);
                return;
            }
        }
    }

    void parameters(int parameters) {
        int items = parameters == 0 || debug < 0 ? 0 : tree.slot(parameters, 0);
        for (int i = 0; i < tree.length(items); i++) {
            parameter(tree.element(items, i));
        }
    }

    private void parameter(int item) {
        switch (tree.kind(item)) {
            case PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> {
                int name = tree.slot(item, 0);
                if (isDebug(name)) {
                    int annotation = tree.slot(item, 1);
                    assigned(tree.tokens().start(name),
                            annotation == 0 ? tree.tokens().end(name) : tree.end(annotation));
                }
            }
            default -> { }
        }
    }
}
