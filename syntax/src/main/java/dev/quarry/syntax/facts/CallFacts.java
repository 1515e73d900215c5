package dev.quarry.syntax.facts;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.facts.Calls.Shape;

/// Notes calls and their arguments.
final class CallFacts {
    private final FactCollector out;
    private final FactStack stack;
    private final SyntaxFacts facts;

    CallFacts(FactCollector out, FactStack stack, SyntaxFacts facts) {
        this.out = out;
        this.stack = stack;
        this.facts = facts;
    }

    void call(int node) {
        SyntaxTree tree = out.tree;
        int callee = out.unwrap(tree.slot(node, 0));
        Shape shape = Shape.OTHER;
        int nameToken = FactTable.NONE;
        switch (tree.kind(callee)) {
            case NAME -> {
                shape = Shape.NAME;
                nameToken = tree.slot(callee, 0);
            }
            case ATTRIBUTE -> {
                shape = Shape.ATTRIBUTE;
                nameToken = tree.slot(callee, 1);
            }
            case SUBSCRIPT -> shape = Shape.SUBSCRIPT;
            default -> { }
        }
        if (nameToken != FactTable.NONE && !out.isName(nameToken)) {
            shape = Shape.OTHER;
            nameToken = FactTable.NONE;
        }
        int row = facts.calls.add(tree.start(node), tree.end(node), node, callee, shape, nameToken);
        stack.push(tree.slot(node, 0), CstKind.CALL);
        arguments(row, node, tree.slot(node, 1));
        out.pushAll(tree.slot(node, 1), CstKind.ARG);
    }

    private void arguments(int row, int call, int list) {
        SyntaxTree tree = out.tree;
        int keywords = 0;
        int starred = 0;
        int doubleStarred = 0;
        int length = tree.length(list);
        for (int i = 0; i < length; i++) {
            int argument = tree.element(list, i);
            int value = argument;
            int keyword = FactTable.NONE;
            int stars = 0;
            NodeKind kind = tree.kind(argument);
            if (kind == NodeKind.STARRED) {
                value = tree.slot(argument, 0);
                stars = 1;
                starred++;
            } else if (kind == NodeKind.KEYWORD_ARGUMENT) {
                value = tree.slot(argument, 1);
                int token = tree.slot(argument, 0);
                if (token == 0) {
                    stars = 2;
                    doubleStarred++;
                } else {
                    keyword = out.isName(token) ? token : FactTable.NONE;
                    keywords++;
                }
            }
            int inner = out.unwrap(value);
            facts.arguments.add(tree.start(inner), tree.end(inner), call, i, keyword, stars);
        }
        facts.calls.count(row, length - keywords - starred - doubleStarred, keywords, starred, doubleStarred);
    }
}
