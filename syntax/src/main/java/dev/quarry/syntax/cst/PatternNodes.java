package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of patterns. Elements have their comma, and alternatives their `|`, in both spans.
final class PatternNodes {
    private final CstRows out;

    PatternNodes(CstRows out) {
        this.out = out;
    }

    /// The current PATTERN item.
    void pattern() {
        SyntaxTree tree = out.tree;
        int outer = out.work.node;
        int node = outer;
        int parentheses = 0;
        while (tree.kind(node) == NodeKind.PATTERN_PAREN) {
            parentheses++;
            node = tree.slot(node, 0);
        }
        NodeKind kind = tree.kind(node);
        CstKind rowKind = rowKind(kind, node);
        if (rowKind == null) {
            return;
        }
        int start = tree.start(node);
        int end = tree.end(node);
        if (rowKind == CstKind.MATCH_VALUE || rowKind == CstKind.MATCH_SINGLETON) {
            // The parentheses are those of the value.
            int row = out.row(rowKind, node, tree.start(outer), tree.end(outer));
            out.push(outer, row, CstSlot.VALUE);
            return;
        }
        boolean own = rowKind == CstKind.MATCH_TUPLE;
        if (own) {
            int close = tree.endToken(node) - 1;
            start = out.gapEnd(tree.firstToken(node));
            end = Math.max(start, out.is(close, TokenKind.RPAR) ? out.gapStart(close) : end);
        }
        int row = out.row(rowKind, node, start, end, tree.start(outer), tree.end(outer));
        int index = parentheses + (own ? 1 : 0);
        int opened = 0;
        for (int n = outer; n != node; n = tree.slot(n, 0)) {
            out.parentheses(n, row, opened++, --index);
        }
        if (own) {
            out.parentheses(node, row, opened, 0);
        }
        fields(tree, rowKind, node, row);
    }

    private CstKind rowKind(NodeKind kind, int node) {
        return switch (kind) {
            case PATTERN_VALUE -> CstKind.MATCH_VALUE;
            case PATTERN_SINGLETON -> CstKind.MATCH_SINGLETON;
            case PATTERN_SEQUENCE -> isBracketed(node, TokenKind.LPAR) ? CstKind.MATCH_TUPLE : CstKind.MATCH_LIST;
            case PATTERN_MAPPING -> CstKind.MATCH_MAPPING;
            case PATTERN_CLASS -> CstKind.MATCH_CLASS;
            case PATTERN_AS -> CstKind.MATCH_AS;
            case PATTERN_OR -> CstKind.MATCH_OR;
            default -> null;
        };
    }

    /// Whether a sequence begins with a bracket of its own, not of its first element.
    private boolean isBracketed(int node, int bracket) {
        SyntaxTree tree = out.tree;
        int patterns = tree.slot(node, 0);
        return out.is(tree.firstToken(node), bracket)
                && (patterns == 0 || tree.firstToken(tree.element(patterns, 0)) != tree.firstToken(node));
    }

    private void fields(SyntaxTree tree, CstKind kind, int node, int row) {
        switch (kind) {
            case MATCH_TUPLE -> out.pushAll(CstWork.PATTERN_ELEMENT, tree.slot(node, 0), row, CstSlot.PATTERNS);
            case MATCH_LIST -> {
                if (isBracketed(node, TokenKind.LSQB)) {
                    out.leaf(CstKind.LEFT_SQUARE_BRACKET, TokenKind.LSQB, tree.firstToken(node),
                            CstRows.AFTER | CstRows.WHOLE, row, CstSlot.LBRACKET);
                    out.pushLeaf(CstKind.RIGHT_SQUARE_BRACKET, TokenKind.RSQB, tree.endToken(node) - 1,
                            CstRows.BEFORE | CstRows.WHOLE, row, CstSlot.RBRACKET);
                }
                out.pushAll(CstWork.PATTERN_ELEMENT, tree.slot(node, 0), row, CstSlot.PATTERNS);
            }
            case MATCH_MAPPING -> mapping(tree, node, row);
            case MATCH_CLASS -> classArguments(tree, node, row);
            case MATCH_AS -> {
                int name = tree.slot(node, 1);
                if (name != 0) {
                    out.pushName(name, row, CstSlot.NAME);
                }
                out.push(CstWork.PATTERN, tree.slot(node, 0), row, CstSlot.PATTERN, 0);
            }
            case MATCH_OR -> out.pushAll(CstWork.PATTERN_ALTERNATIVE, tree.slot(node, 0), row, CstSlot.PATTERNS);
            default -> { }
        }
    }

    private void mapping(SyntaxTree tree, int node, int row) {
        out.leaf(CstKind.LEFT_CURLY_BRACE, TokenKind.LBRACE, tree.firstToken(node), CstRows.AFTER | CstRows.WHOLE, row,
                CstSlot.LBRACE);
        out.pushLeaf(CstKind.RIGHT_CURLY_BRACE, TokenKind.RBRACE, tree.endToken(node) - 1,
                CstRows.BEFORE | CstRows.WHOLE, row, CstSlot.RBRACE);
        int rest = tree.slot(node, 1);
        if (rest != 0) {
            out.pushLeaf(CstKind.COMMA, TokenKind.COMMA, out.next(rest + 1), CstRows.BEFORE, row,
                    CstSlot.TRAILING_COMMA);
            out.pushName(rest, row, CstSlot.REST);
        }
        int entries = tree.slot(node, 0);
        int last = tree.length(entries) - 2;
        for (int i = last; i >= 0; i -= 2) {
            int key = tree.element(entries, i);
            out.work.push(CstWork.PATTERN_ENTRY, tree.element(entries, i + 1), row, CstSlot.ELEMENTS, i / 2,
                    i == last && rest == 0 ? -key : key);
        }
    }

    private void classArguments(SyntaxTree tree, int node, int row) {
        int arguments = tree.slot(node, 1);
        int length = tree.length(arguments);
        int positional = 0;
        while (positional < length && tree.kind(tree.element(arguments, positional)) != NodeKind.PATTERN_KEYWORD) {
            positional++;
        }
        for (int i = length - 1; i >= 0; i--) {
            boolean keyword = i >= positional;
            out.work.push(CstWork.PATTERN_ARGUMENT, tree.element(arguments, i), row,
                    keyword ? CstSlot.KWDS : CstSlot.PATTERNS, keyword ? i - positional : i, i == length - 1 ? 1 : 0);
        }
        out.push(tree.slot(node, 0), row, CstSlot.CLS);
    }

    /// The current PATTERN_ARGUMENT item.
    void argument() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        if (tree.kind(node) != NodeKind.PATTERN_KEYWORD) {
            element();
            return;
        }
        int row = separated(CstKind.MATCH_KEYWORD_ELEMENT, node, tree.start(node), out.work.extra != 0);
        out.push(CstWork.PATTERN, tree.slot(node, 1), row, CstSlot.PATTERN, 0);
        out.name(tree.slot(node, 0), row, CstSlot.KEY);
    }

    /// The current PATTERN_ELEMENT item.
    void element() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        boolean last = out.work.extra != 0;
        switch (tree.kind(node)) {
            case PATTERN_ERROR -> { }
            case PATTERN_STAR -> {
                int row = separated(CstKind.MATCH_STAR, node, tree.start(node), last);
                int name = tree.slot(node, 0);
                if (name != 0) {
                    out.name(name, row, CstSlot.NAME);
                }
            }
            default -> {
                int row = separated(CstKind.MATCH_SEQUENCE_ELEMENT, node, tree.start(node), last);
                out.push(CstWork.PATTERN, node, row, CstSlot.VALUE, 0);
            }
        }
    }

    /// The current PATTERN_ENTRY item.
    void entry() {
        int node = out.work.node;
        int key = Math.abs(out.work.extra);
        int row = separated(CstKind.MATCH_MAPPING_ELEMENT, node, out.tree.start(key), out.work.extra < 0);
        out.push(CstWork.PATTERN, node, row, CstSlot.PATTERN, 0);
        out.push(key, row, CstSlot.KEY);
    }

    private int separated(CstKind kind, int node, int start, boolean last) {
        int comma = out.behindNode(node);
        int end = out.tree.end(node);
        if (out.is(comma, TokenKind.COMMA)) {
            end = last ? out.tokens.end(comma) : out.gapEnd(comma);
        }
        int row = out.row(kind, node, start, Math.max(start, end));
        out.pushComma(comma, last ? CstRows.BEFORE : CstRows.BEFORE | CstRows.AFTER, row);
        return row;
    }

    /// The current PATTERN_ALTERNATIVE item.
    void alternative() {
        int node = out.work.node;
        int bar = out.behindNode(node);
        boolean separated = out.work.extra == 0 && out.is(bar, TokenKind.VBAR);
        int row = out.row(CstKind.MATCH_OR_ELEMENT, node, out.tree.start(node),
                separated ? out.gapEnd(bar) : out.tree.end(node));
        if (separated) {
            out.pushLeaf(CstKind.BIT_OR, bar, CstRows.BEFORE | CstRows.AFTER, row, CstSlot.SEPARATOR, ABSENT);
        }
        out.push(CstWork.PATTERN, node, row, CstSlot.PATTERN, 0);
    }
}
