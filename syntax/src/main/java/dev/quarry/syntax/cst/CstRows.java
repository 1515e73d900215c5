package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;

/// The tree that is being projected, the rows so far and the work ahead: what the projections of all areas share, with
/// the rules by which white space between two tokens of a statement has an owner.
///
/// A gap belongs to one node as a whole: to the first of its two neighbours, in the order of LibCST's `inflate`, that
/// asks for it. What is behind a token is asked for before what is in front of the next, so it is enough to remember how
/// far the last claim reaches.
final class CstRows {
    /// The node owns the gap before its token.
    static final int BEFORE = 1;
    /// The node owns the gap behind its token.
    static final int AFTER = 2;
    /// The plain span is the inclusive one.
    static final int WHOLE = 4;
    /// The node is made of two tokens (`is not`, `not in`).
    static final int PAIR = 8;

    private static final int FLAGS_SHIFT = 8;

    final CstTable table = new CstTable();
    final CstWork work = new CstWork();

    SyntaxTree tree;
    TokenBuffer tokens;
    byte[] text;
    Lines lines;
    Footers footers;
    private int lastToken;
    /// Where the white space ends that the last claim took.
    private int claimed;
    /// Where the lines end that have been projected: what comes next begins there, with the lines above it.
    int flow;

    void reset(SyntaxTree next) {
        tree = next;
        tokens = next.tokens();
        text = next.source().utf8();
        lines = new Lines(text, next.source().start());
        footers = new Footers(lines);
        lastToken = tokens.size() - 1;
        claimed = 0;
        flow = next.source().start();
        work.clear();
        table.reset(next);
    }

    // Rows.

    /// Adds the row of the current item.
    int row(CstKind kind, int treeNode, int start, int end, int outerStart, int outerEnd) {
        return table.add(kind, work.parent, work.slot, work.index, treeNode, start, end, outerStart, outerEnd);
    }

    /// The same for a node that owns no white space.
    int row(CstKind kind, int treeNode, int start, int end) {
        return row(kind, treeNode, start, end, start, end);
    }

    /// Adds a row for a token, if it is of that kind: in a broken file another may stand in its place.
    void leaf(CstKind kind, int expected, int token, int flags, int parent, CstSlot slot) {
        if (is(token, expected)) {
            leaf(kind, token, flags, parent, slot.ordinal(), ABSENT);
        }
    }

    void leaf(CstKind kind, int token, int flags, int parent, int slot, int index) {
        int start = tokens.start(token);
        int end = tokens.end((flags & PAIR) != 0 ? next(token + 1) : token);
        int outerStart = (flags & BEFORE) != 0 ? Math.clamp(gapStart(token), Math.min(claimed, start), start) : start;
        int outerEnd = end;
        if ((flags & AFTER) != 0) {
            outerEnd = gapEnd((flags & PAIR) != 0 ? next(token + 1) : token);
            claimed = outerEnd;
        }
        if ((flags & WHOLE) != 0) {
            table.add(kind, parent, slot, index, 0, outerStart, outerEnd, outerStart, outerEnd);
        } else {
            table.add(kind, parent, slot, index, 0, start, end, outerStart, outerEnd);
        }
    }

    /// The row of the current LEAF item.
    void leaf() {
        leaf(CstKind.of(work.extra & 0xFF), work.node, work.extra >> FLAGS_SHIFT, work.parent, work.slot, work.index);
    }

    /// Has the row of a token added where its turn comes, if the token is of that kind.
    void pushLeaf(CstKind kind, int expected, int token, int flags, int parent, CstSlot slot) {
        if (is(token, expected)) {
            pushLeaf(kind, token, flags, parent, slot, ABSENT);
        }
    }

    void pushLeaf(CstKind kind, int token, int flags, int parent, CstSlot slot, int index) {
        work.push(CstWork.LEAF, token, parent, slot, index, kind.ordinal() | flags << FLAGS_SHIFT);
    }

    /// Has a comma's row added, if the token is one.
    void pushComma(int token, int flags, int parent) {
        pushLeaf(CstKind.COMMA, TokenKind.COMMA, token, flags, parent, CstSlot.COMMA);
    }

    /// Adds a `Name` row for a NAME token; nothing for any other.
    void name(int token, int parent, CstSlot slot) {
        if (is(token, TokenKind.NAME)) {
            int start = tokens.start(token);
            int end = tokens.end(token);
            table.add(CstKind.NAME, parent, slot.ordinal(), ABSENT, 0, start, end, start, end);
        }
    }

    void pushName(int token, int parent, CstSlot slot) {
        if (is(token, TokenKind.NAME)) {
            work.push(CstWork.LEAF, token, parent, slot, ABSENT, CstKind.NAME.ordinal());
        }
    }

    /// Adds the parenthesis that opens a node and pushes the one that closes it.
    ///
    /// @param left place in `lpar`
    /// @param right place in `rpar`
    void parentheses(int node, int row, int left, int right) {
        int open = tree.firstToken(node);
        int close = tree.endToken(node) - 1;
        leaf(CstKind.LEFT_PAREN, open, AFTER | WHOLE, row, CstSlot.LPAR.ordinal(), left);
        if (close > open && is(close, TokenKind.RPAR)) {
            pushLeaf(CstKind.RIGHT_PAREN, close, BEFORE | WHOLE, row, CstSlot.RPAR, right);
        }
    }

    /// Has an expression projected; nothing when it is 0.
    void push(int node, int parent, CstSlot slot) {
        if (node != 0) {
            work.push(CstWork.EXPRESSION, node, parent, slot, ABSENT, 0);
        }
    }

    /// Has an item projected; nothing when the node is 0.
    void push(int operation, int node, int parent, CstSlot slot, int extra) {
        if (node != 0) {
            work.push(operation, node, parent, slot, ABSENT, extra);
        }
    }

    /// Has the elements of a list projected, with extra 1 for the last.
    void pushAll(int operation, int list, int parent, CstSlot slot) {
        int last = tree.length(list) - 1;
        for (int i = last; i >= 0; i--) {
            work.push(operation, tree.element(list, i), parent, slot, i, i == last ? 1 : 0);
        }
    }

    /// Says that a line has been projected whose last token so far ends at the offset.
    void flowBehind(int offset) {
        // In a broken file many statements may stand in one line: it is read to its end once.
        if (offset >= flow) {
            flow = lines.lineEnd(offset);
        }
    }

    // Tokens and the gaps between them.

    boolean is(int token, int kind) {
        return token >= 0 && token <= lastToken && tokens.kind(token) == kind;
    }

    /// The token, or the first behind it that is no type comment, which LibCST doesn't know.
    int next(int token) {
        int found = token;
        while (found < lastToken && tokens.kind(found) == TokenKind.TYPE_COMMENT) {
            found++;
        }
        return Math.min(found, lastToken);
    }

    /// The token before another, type comments passed over; -1 when there is none.
    int before(int token) {
        int found = token - 1;
        while (found >= 0 && tokens.kind(found) == TokenKind.TYPE_COMMENT) {
            found--;
        }
        return found;
    }

    /// The token before the first of a node.
    int beforeNode(int node) {
        return before(tree.firstToken(node));
    }

    /// The token behind the last of a node.
    int behindNode(int node) {
        return next(tree.endToken(node));
    }

    /// The token behind the last of a parameter, with its annotation and default.
    int behindParameter(int node) {
        int value = tree.kind(node) == NodeKind.PARAMETER ? tree.slot(node, 2) : 0;
        return next(value != 0 ? Math.max(tree.endToken(node), tree.endToken(value)) : tree.endToken(node));
    }

    /// Where the white space before a token begins.
    int gapStart(int token) {
        int before = before(token);
        if (before < 0) {
            return tokens.start(token);
        }
        return switch (tokens.kind(before)) {
            case TokenKind.NEWLINE, TokenKind.INDENT, TokenKind.DEDENT -> tokens.start(token);
            default -> tokens.end(before);
        };
    }

    /// Where the white space behind a token ends: at the next token, or in the same logical line before a comment.
    int gapEnd(int token) {
        if (token >= lastToken) {
            return tokens.end(token);
        }
        int next = next(token + 1);
        return switch (tokens.kind(next)) {
            case TokenKind.NEWLINE, TokenKind.INDENT, TokenKind.DEDENT, TokenKind.ENDMARKER ->
                    lines.simpleSpaceEnd(tokens.end(token));
            default -> tokens.start(next);
        };
    }

    /// Where a statement ends, without the semicolons and type comments that CPython counts as its end.
    int endOf(int node) {
        int end = tree.endToken(node);
        while (end > tree.firstToken(node) && isTail(tokens.kind(end - 1))) {
            end--;
        }
        return end > tree.firstToken(node) ? tokens.end(end - 1) : tree.start(node);
    }

    private static boolean isTail(int kind) {
        return kind == TokenKind.SEMI || kind == TokenKind.TYPE_COMMENT;
    }
}
