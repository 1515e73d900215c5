package dev.quarry.syntax.cst;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of parameters and type parameters.
final class ParameterNodes {
    private final CstRows out;

    ParameterNodes(CstRows out) {
        this.out = out;
    }

    /// The current PARAMETERS item: from the first parameter to the parenthesis or colon, white space included. Where
    /// there is no parameter, the white space belongs to the parenthesis before, but not to `lambda`.
    void parameters() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int open = out.work.extra;
        int items = tree.slot(node, 0);
        int length = tree.length(items);
        boolean lambda = out.is(open, TokenKind.KW_LAMBDA);
        if (length == 0) {
            int at = lambda ? out.tokens.end(open) : out.gapEnd(open);
            out.row(CstKind.PARAMETERS, node, at, at);
            return;
        }
        int last = out.behindParameter(tree.element(items, length - 1));
        if (out.is(last, TokenKind.COMMA)) {
            last = out.next(last + 1);
        }
        boolean closed = out.is(last, TokenKind.RPAR) || out.is(last, TokenKind.COLON);
        int start = tree.start(tree.element(items, 0));
        int end = closed ? out.tokens.start(last) : tree.extentEnd(tree.element(items, length - 1));
        int row = out.row(CstKind.PARAMETERS, node, start, Math.max(start, end));
        pushItems(items, row);
    }

    private void pushItems(int items, int row) {
        SyntaxTree tree = out.tree;
        int length = tree.length(items);
        int slash = -1;
        int star = length;
        for (int i = length - 1; i >= 0; i--) {
            switch (tree.kind(tree.element(items, i))) {
                case POSITIONAL_ONLY_MARKER -> slash = Math.max(slash, i);
                case STAR_PARAMETER, KEYWORD_ONLY_MARKER -> star = i;
                default -> { }
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case POSITIONAL_ONLY_MARKER -> out.push(CstWork.PARAMETER, item, row, CstSlot.POSONLY_IND, 0);
                case KEYWORD_ONLY_MARKER, STAR_PARAMETER ->
                        out.push(CstWork.PARAMETER, item, row, CstSlot.STAR_ARG, 0);
                case DOUBLE_STAR_PARAMETER -> out.push(CstWork.PARAMETER, item, row, CstSlot.STAR_KWARG, 0);
                default -> {
                    CstSlot slot = i > star ? CstSlot.KWONLY_PARAMS : i < slash ? CstSlot.POSONLY_PARAMS
                            : CstSlot.PARAMS;
                    int index = i > star ? i - star - 1 : i < slash ? i : i - slash - 1;
                    out.work.push(CstWork.PARAMETER, item, row, slot, index, 0);
                }
            }
        }
    }

    /// The current PARAMETER item. Its plain span is star and name alone.
    void parameter() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        NodeKind kind = tree.kind(node);
        int behind = out.behindParameter(node);
        boolean comma = out.is(behind, TokenKind.COMMA);
        int start = tree.start(node);
        if (kind == NodeKind.POSITIONAL_ONLY_MARKER) {
            int slash = tree.firstToken(node);
            int row = out.row(CstKind.PARAM_SLASH, node, start, comma ? out.gapEnd(behind) : out.gapEnd(slash));
            out.pushComma(behind, CstRows.AFTER, row);
        } else if (kind == NodeKind.KEYWORD_ONLY_MARKER) {
            int row = out.row(CstKind.PARAM_STAR, node, start, comma ? out.gapEnd(behind) : tree.end(node));
            out.pushComma(behind, CstRows.BEFORE | CstRows.AFTER, row);
        } else {
            named(tree, node, kind, behind, comma);
        }
    }

    private void named(SyntaxTree tree, int node, NodeKind kind, int behind, boolean comma) {
        int name = tree.slot(node, 0);
        int annotation = tree.slot(node, 1);
        int value = kind == NodeKind.PARAMETER ? tree.slot(node, 2) : 0;
        int start = tree.start(node);
        int last = value != 0 ? tree.end(value) : annotation != 0 ? tree.end(annotation) : out.tokens.end(name);
        boolean closed = out.is(behind, TokenKind.RPAR) || out.is(behind, TokenKind.COLON);
        int outerEnd = comma ? out.gapEnd(behind) : closed ? out.tokens.start(behind) : last;
        int row = out.row(CstKind.PARAM, node, start, Math.max(start, out.tokens.end(name)), start,
                Math.max(start, outerEnd));
        if (comma) {
            out.pushComma(behind, CstRows.BEFORE | CstRows.AFTER, row);
        }
        if (value != 0) {
            out.push(value, row, CstSlot.DEFAULT);
            out.pushLeaf(CstKind.ASSIGN_EQUAL, TokenKind.EQUAL, out.beforeNode(value),
                    CstRows.BEFORE | CstRows.AFTER, row, CstSlot.EQUAL);
        }
        out.push(CstWork.ANNOTATION, annotation, row, CstSlot.ANNOTATION, 0);
        out.name(name, row, CstSlot.NAME);
    }

    /// The current TYPE_PARAMETERS item.
    void typeParameters() {
        SyntaxTree tree = out.tree;
        int list = out.work.node;
        int open = out.work.extra;
        int last = tree.element(list, tree.length(list) - 1);
        int close = out.behindNode(last);
        if (out.is(close, TokenKind.COMMA)) {
            close = out.next(close + 1);
        }
        boolean closed = out.is(close, TokenKind.RSQB);
        int row = out.row(CstKind.TYPE_PARAMETERS, 0, out.tokens.start(open),
                closed ? out.tokens.end(close) : tree.end(last));
        out.leaf(CstKind.LEFT_SQUARE_BRACKET, TokenKind.LSQB, open, CstRows.AFTER | CstRows.WHOLE, row,
                CstSlot.LBRACKET);
        out.pushLeaf(CstKind.RIGHT_SQUARE_BRACKET, TokenKind.RSQB, close, CstRows.BEFORE | CstRows.WHOLE, row,
                CstSlot.RBRACKET);
        out.pushAll(CstWork.TYPE_PARAMETER, list, row, CstSlot.PARAMS);
    }

    /// The current TYPE_PARAMETER item, with default and comma; both spans are the same.
    void typeParameter() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int value = tree.slot(node, tree.kind(node) == NodeKind.TYPE_VAR ? 2 : 1);
        int comma = out.behindNode(node);
        int end = out.is(comma, TokenKind.COMMA) ? out.gapEnd(comma) : tree.end(node);
        int row = out.row(CstKind.TYPE_PARAM, node, tree.start(node), end);
        out.pushComma(comma, CstRows.BEFORE | CstRows.AFTER, row);
        if (value != 0) {
            // The star of `*Ts = *default` is an attribute of the TypeParam.
            boolean starred = tree.kind(value) == NodeKind.STARRED;
            out.push(starred ? tree.slot(value, 0) : value, row, CstSlot.DEFAULT);
            out.pushLeaf(CstKind.ASSIGN_EQUAL, TokenKind.EQUAL, out.beforeNode(value),
                    CstRows.BEFORE | CstRows.AFTER, row, CstSlot.EQUAL);
        }
        out.push(CstWork.TYPE_VARIABLE, node, row, CstSlot.PARAM, 0);
    }

    /// The current TYPE_VARIABLE item: a type parameter without its default.
    void typeVariable() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int name = tree.slot(node, 0);
        int bound = tree.kind(node) == NodeKind.TYPE_VAR ? tree.slot(node, 1) : 0;
        CstKind kind = switch (tree.kind(node)) {
            case TYPE_VAR -> CstKind.TYPE_VAR;
            case TYPE_VAR_TUPLE -> CstKind.TYPE_VAR_TUPLE;
            default -> CstKind.PARAM_SPEC;
        };
        int start = tree.start(node);
        int end = bound != 0 ? tree.end(bound) : out.tokens.end(name);
        int row = out.row(kind, node, start, Math.max(start, end));
        out.name(name, row, CstSlot.NAME);
        if (bound != 0) {
            out.leaf(CstKind.COLON, TokenKind.COLON, out.beforeNode(bound), CstRows.BEFORE | CstRows.AFTER, row,
                    CstSlot.COLON);
            out.push(bound, row, CstSlot.BOUND);
        }
    }
}
