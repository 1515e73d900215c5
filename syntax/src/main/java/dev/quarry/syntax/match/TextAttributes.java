package dev.quarry.syntax.match;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.cst.CstTable;

/// The attributes of nodes that are texts. All of them stand in the source: [#find] says where.
final class TextAttributes {
    private static final int CONVERSION = 2;
    private static final int COLON = 3;

    private CstTable table;
    private SyntaxTree tree;
    private byte[] utf8;
    private int start;
    private int end;

    void table(CstTable other) {
        table = other;
        tree = other.tree();
        utf8 = tree.source().utf8();
    }

    /// Finds an attribute's text; false when it is None.
    boolean find(int row, String attribute) {
        start = table.start(row);
        end = table.end(row);
        switch (attribute) {
            case "star" -> {
                return findStar(row);
            }
            case "start" -> end = quotesEnd();
            case "end" -> {
                int quotes = quotesEnd();
                int letters = start;
                while (letters < quotes && isLetter(utf8[letters])) {
                    letters++;
                }
                start = Math.max(start, end - (quotes - letters));
            }
            case "conversion" -> {
                int token = tree.slot(table.treeNode(row), CONVERSION);
                if (token == 0) {
                    return false;
                }
                start = tree.tokens().start(token);
                end = tree.tokens().end(token);
            }
            default -> { }
        }
        return true;
    }

    /// The stars before an argument or parameter, which may be none; None before a subscript.
    private boolean findStar(int row) {
        int behind = start;
        while (behind < end && behind < start + 2 && utf8[behind] == '*') {
            behind++;
        }
        end = behind;
        return end > start || table.kind(row) != CstKind.INDEX;
    }

    /// The end of the prefix and the opening quotes of a string.
    private int quotesEnd() {
        int at = start;
        while (at < end && isLetter(utf8[at])) {
            at++;
        }
        int quote = at;
        while (at < end && at < quote + 3 && utf8[at] == utf8[quote]) {
            at++;
        }
        // Two quotes are an empty string.
        return at - quote == 2 ? quote + 1 : at;
    }

    private static boolean isLetter(byte c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    /// Whether a replacement field has a colon, behind which there may be nothing.
    boolean hasFormatSpecification(int row) {
        return tree.slot(table.treeNode(row), COLON) != 0;
    }

    byte[] utf8() {
        return utf8;
    }

    /// Offset of the first byte of the text that was found last.
    int start() {
        return start;
    }

    /// Offset after the last byte of the text that was found last.
    int end() {
        return end;
    }
}
