package dev.quarry.syntax.compile;

import dev.quarry.syntax.NameTable;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Names of one file.
final class Names {
    private Names() {}

    /// The number of an ASCII identifier in the file's table, -1 when the file has no such name.
    static int find(NameTable names, String text) {
        byte[] bytes = names.bytes();
        for (int name = 0; name < names.size(); name++) {
            int start = names.start(name);
            if (names.end(name) - start == text.length() && matches(bytes, start, text)) {
                return name;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The identifier that a NAME token stands for, `*` for a star.
    static String text(SyntaxTree tree, int token) {
        return tree.tokens().kind(token) == TokenKind.NAME ? tree.names().text(tree.tokens().payload(token)) : "*";
    }
}
