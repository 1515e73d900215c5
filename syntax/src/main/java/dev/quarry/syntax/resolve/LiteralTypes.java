package dev.quarry.syntax.resolve;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;

/// The names of literals' types.
final class LiteralTypes {
    private LiteralTypes() {}

    /// Of adjacent string literals.
    static String ofString(SyntaxTree tree, int node) {
        int first = tree.element(tree.slot(node, 0), 0);
        boolean isBytes = tree.kind(first) == NodeKind.STRING
                && StringFlags.has(tree.tokens().payload(tree.firstToken(first)), StringFlags.BYTES);
        return isBytes ? "bytes" : "str";
    }

    static String ofNumber(SyntaxTree tree, int node) {
        byte[] text = tree.source().utf8();
        int start = tree.start(node);
        int end = tree.end(node);
        byte last = text[end - 1];
        if (last == 'j' || last == 'J') {
            return "complex";
        }
        boolean hexadecimal = end - start > 1 && (text[start + 1] == 'x' || text[start + 1] == 'X');
        for (int i = start; i < end && !hexadecimal; i++) {
            if (text[i] == '.' || text[i] == 'e' || text[i] == 'E') {
                return "float";
            }
        }
        return "int";
    }
}
