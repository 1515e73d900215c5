package dev.quarry.syntax.names;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// Visits statements, definitions and imports apart.
final class StatementVisitor {
    private final NameCollector out;

    StatementVisitor(NameCollector out) {
        this.out = out;
    }

    void visit(int node) {
        SyntaxTree tree = out.tree;
        switch (tree.kind(node)) {
            case FUNCTION_DEF -> out.function(node);
            case CLASS_DEF -> out.classStatement(node);
            case TYPE_ALIAS -> out.typeAlias(node);
            case IMPORT, IMPORT_FROM -> out.importStatement(node);
            case EXPRESSION_STATEMENT, RETURN -> out.push(NameCollector.LOAD, tree.slot(node, 0));
            case DELETE -> out.pushAll(NameCollector.DELETE, tree.slot(node, 0));
            case ASSIGN -> {
                out.pushCount();
                out.push(NameCollector.LOAD, tree.slot(node, 1));
                out.pushAll(NameCollector.STORE, tree.slot(node, 0));
            }
            case AUGMENTED_ASSIGN -> {
                out.pushCount();
                out.push(NameCollector.LOAD, tree.slot(node, 2));
                out.push(NameCollector.STORE, tree.slot(node, 0));
            }
            case ANNOTATED_ASSIGN -> {
                out.pushCount();
                out.push(NameCollector.LOAD, tree.slot(node, 2));
                out.push(NameCollector.ANNOTATION, tree.slot(node, 1));
                out.push(NameCollector.STORE, tree.slot(node, 0));
            }
            case FOR -> {
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 4));
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 3));
                out.push(NameCollector.LOAD, tree.slot(node, 2));
                out.pushCount();
                out.push(NameCollector.STORE, tree.slot(node, 1));
            }
            case WHILE, IF -> {
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 2));
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 1));
                out.push(NameCollector.LOAD, tree.slot(node, 0));
            }
            case WITH -> with(tree, node);
            case MATCH -> {
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 1));
                out.push(NameCollector.LOAD, tree.slot(node, 0));
            }
            case MATCH_CASE -> {
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 2));
                out.push(NameCollector.LOAD, tree.slot(node, 1));
                out.push(NameCollector.PATTERN, tree.slot(node, 0));
            }
            case RAISE, ASSERT -> {
                out.push(NameCollector.LOAD, tree.slot(node, 1));
                out.push(NameCollector.LOAD, tree.slot(node, 0));
            }
            case TRY -> {
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 3));
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 2));
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 1));
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 0));
            }
            case EXCEPT_HANDLER -> {
                out.pushAll(NameCollector.STATEMENT, tree.slot(node, 2));
                out.push(NameCollector.HANDLER_NAME, tree.slot(node, 1));
                out.push(NameCollector.LOAD, tree.slot(node, 0));
            }
            case GLOBAL, NONLOCAL -> declaration(tree, node);
            default -> { }
        }
    }

    private void with(SyntaxTree tree, int node) {
        out.pushAll(NameCollector.STATEMENT, tree.slot(node, 2));
        int items = tree.slot(node, 1);
        for (int i = tree.length(items) - 1; i >= 0; i--) {
            int item = tree.element(items, i);
            if (tree.kind(item) == NodeKind.WITH_ITEM) {
                out.pushCount();
                if (tree.slot(item, 1) != 0) {
                    // LibCST counts the target as well as the item.
                    out.pushCount();
                    out.push(NameCollector.STORE, tree.slot(item, 1));
                }
                out.push(NameCollector.LOAD, tree.slot(item, 0));
            }
        }
    }

    void handlerName(int token) {
        out.assign(token);
        out.countAssignment();
    }

    private void declaration(SyntaxTree tree, int node) {
        int list = tree.slot(node, 0);
        for (int i = 0; i < tree.length(list); i++) {
            int token = tree.element(list, i);
            out.mention(token, NameCollector.LOAD);
            int name = out.name(token);
            // LibCST refuses a nonlocal statement at the top of a module; a global one there changes nothing.
            if (name != NameNumbers.NONE && out.scope > Scopes.GLOBAL) {
                out.scopes.declare(out.scope, name,
                        tree.kind(node) == NodeKind.GLOBAL ? Scopes.GLOBAL : out.scopes.parent(out.scope));
            }
        }
        out.countAssignment();
    }
}
