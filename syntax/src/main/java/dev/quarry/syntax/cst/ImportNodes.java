package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of the parts of import statements, and of `as` wherever it stands.
final class ImportNodes {
    private final CstRows out;

    ImportNodes(CstRows out) {
        this.out = out;
    }

    /// The fields of an IMPORT whose row was added.
    void imports(int node, int row) {
        pushAliases(out.tree.slot(node, 0), row);
    }

    /// The fields of an IMPORT_FROM whose row was added.
    void importFrom(int node, int row) {
        SyntaxTree tree = out.tree;
        int names = tree.slot(node, 3);
        int token = out.next(tree.firstToken(node) + (tree.slot(node, 4) != 0 ? 2 : 1));
        int first = tree.slot(node, 1);
        int last = tree.slot(node, 2);
        boolean module = first != 0 && out.is(first, TokenKind.NAME);
        dots(token, row, module);
        if (tree.length(names) > 0) {
            pushNames(names, row);
        }
        if (module) {
            out.push(CstWork.DOTTED_NAME, first, row, CstSlot.MODULE, last);
        }
    }

    /// Adds the leading dots; those of an ellipsis are three. The white space behind the last belongs to `import` if no
    /// module follows.
    private void dots(int from, int row, boolean module) {
        int token = from;
        int index = 0;
        while (out.is(token, TokenKind.DOT) || out.is(token, TokenKind.ELLIPSIS)) {
            int next = out.next(token + 1);
            boolean last = !out.is(next, TokenKind.DOT) && !out.is(next, TokenKind.ELLIPSIS);
            int start = out.tokens.start(token);
            int end = out.tokens.end(token);
            for (int at = start; at < end; at++) {
                int outerEnd = at + 1 < end || last && !module ? at + 1 : out.gapEnd(token);
                out.table.add(CstKind.DOT, row, CstSlot.RELATIVE.ordinal(), index++, 0, at, at + 1, at, outerEnd);
            }
            token = next;
        }
    }

    private void pushNames(int names, int row) {
        SyntaxTree tree = out.tree;
        int first = tree.element(names, 0);
        int last = tree.element(names, tree.length(names) - 1);
        if (out.is(tree.firstToken(first), TokenKind.STAR)) {
            out.pushLeaf(CstKind.IMPORT_STAR, tree.firstToken(first), 0, row, CstSlot.NAMES, ABSENT);
            return;
        }
        int close = out.behindNode(last);
        if (out.is(close, TokenKind.COMMA)) {
            close = out.next(close + 1);
        }
        out.pushLeaf(CstKind.RIGHT_PAREN, TokenKind.RPAR, close, CstRows.BEFORE | CstRows.WHOLE, row, CstSlot.RPAR);
        pushAliases(names, row);
        out.pushLeaf(CstKind.LEFT_PAREN, TokenKind.LPAR, out.beforeNode(first), CstRows.AFTER | CstRows.WHOLE, row,
                CstSlot.LPAR);
    }

    private void pushAliases(int names, int row) {
        out.pushAll(CstWork.IMPORT_ALIAS, names, row, CstSlot.NAMES);
    }

    /// Where an IMPORT_FROM ends: with its closing parenthesis or its last name, without a comma behind that.
    int end(int node) {
        SyntaxTree tree = out.tree;
        int names = tree.slot(node, 3);
        int end = tree.endToken(node) - 1;
        if (out.is(end, TokenKind.RPAR) || tree.length(names) == 0) {
            return tree.end(node);
        }
        return tree.end(tree.element(names, tree.length(names) - 1));
    }

    /// The current IMPORT_ALIAS item.
    void alias() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int comma = out.behindNode(node);
        int end = tree.end(node);
        int row = out.row(CstKind.IMPORT_ALIAS, node, tree.start(node), end, tree.start(node),
                out.is(comma, TokenKind.COMMA) ? out.gapEnd(comma) : end);
        out.pushComma(comma, CstRows.BEFORE | CstRows.AFTER, row);
        out.push(CstWork.AS_NAME_TOKEN, tree.slot(node, 2), row, CstSlot.ASNAME, 0);
        if (out.is(tree.slot(node, 0), TokenKind.NAME)) {
            out.push(CstWork.DOTTED_NAME, tree.slot(node, 0), row, CstSlot.NAME, tree.slot(node, 1));
        }
    }

    /// The current DOTTED_NAME item, which nests to the left as attributes do.
    void dottedName() {
        int first = out.work.node;
        int last = out.work.extra;
        int start = out.tokens.start(first);
        int end = out.tokens.end(last);
        int dot = out.before(last);
        if (last <= first || !out.is(dot, TokenKind.DOT)) {
            out.row(CstKind.NAME, 0, start, out.tokens.end(first));
            return;
        }
        int row = out.row(CstKind.ATTRIBUTE, 0, start, end);
        out.pushName(last, row, CstSlot.ATTR);
        out.pushLeaf(CstKind.DOT, TokenKind.DOT, dot, CstRows.BEFORE | CstRows.AFTER, row, CstSlot.DOT);
        out.push(CstWork.DOTTED_NAME, first, row, CstSlot.VALUE, out.before(dot));
    }

    /// The current AS_NAME item. The white space before `as` belongs to the node, in both spans.
    void asName() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        if (tree.kind(node) == NodeKind.ERROR_EXPRESSION) {
            return;
        }
        int as = Math.max(out.beforeNode(node), 0);
        int row = out.row(CstKind.AS_NAME, node, out.gapStart(as), tree.end(node));
        out.push(node, row, CstSlot.NAME);
    }

    /// The current AS_NAME_TOKEN item.
    void asNameToken() {
        int name = out.work.node;
        int as = Math.max(out.before(name), 0);
        int row = out.row(CstKind.AS_NAME, 0, out.gapStart(as), out.tokens.end(name));
        out.name(name, row, CstSlot.NAME);
    }
}
