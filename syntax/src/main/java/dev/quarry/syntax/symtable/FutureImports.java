package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// What a file's `from __future__ import` statements turn on, as far as it changes the symbol table.
///
/// @param annotations whether annotations are never evaluated; releases before 3.10 visit them all the same
/// @param last the last statement at the beginning of the file that imports from `__future__`, 0 for none
record FutureImports(boolean annotations, int last) {
    private static final FutureImports NOTHING = new FutureImports(false, 0);

    static FutureImports of(SyntaxTree tree) {
        int root = tree.root();
        if (tree.kind(root) != NodeKind.MODULE && tree.kind(root) != NodeKind.INTERACTIVE) {
            return NOTHING;
        }
        int body = tree.slot(root, 0);
        boolean annotations = false;
        int last = 0;
        for (int i = 0; i < tree.length(body); i++) {
            int statement = tree.element(body, i);
            if (isFutureImport(tree, statement)) {
                last = statement;
                annotations |= imports(tree, statement, "annotations");
            } else if (!isText(tree, statement)) {
                break;
            }
        }
        return last == 0 ? NOTHING
                : new FutureImports(annotations && tree.options().version().isAtLeast(PythonVersion.PY310), last);
    }

    static boolean isFutureImport(SyntaxTree tree, int statement) {
        return tree.kind(statement) == NodeKind.IMPORT_FROM && tree.slot(statement, 0) == 0
                && tree.slot(statement, 1) == tree.slot(statement, 2) && is(tree, tree.slot(statement, 1), "__future__");
    }

    private static boolean imports(SyntaxTree tree, int statement, String feature) {
        int names = tree.slot(statement, 3);
        for (int i = 0; i < tree.length(names); i++) {
            int alias = tree.element(names, i);
            if (tree.kind(alias) == NodeKind.ALIAS && is(tree, tree.slot(alias, 0), feature)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(SyntaxTree tree, int token, String text) {
        return tree.tokens().kind(token) == TokenKind.NAME
                && tree.names().text(tree.tokens().payload(token)).equals(text);
    }

    private static boolean isText(SyntaxTree tree, int statement) {
        return tree.kind(statement) == NodeKind.EXPRESSION_STATEMENT
                && tree.kind(tree.slot(statement, 0)) == NodeKind.STRINGS;
    }
}
