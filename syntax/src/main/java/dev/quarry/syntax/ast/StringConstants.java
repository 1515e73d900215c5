package dev.quarry.syntax.ast;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;

/// The values of string constants, without a projection of the tree.
public final class StringConstants {
    private StringConstants() {}

    /// The string that adjacent literals stand for, none of which is an f-string, a t-string or bytes.
    ///
    /// Code points that are surrogates stay lone `char`s.
    ///
    /// @param strings a STRINGS node
    public static String value(SyntaxTree tree, int strings) {
        ByteSink decoded = new ByteSink();
        int parts = tree.slot(strings, 0);
        for (int i = 0; i < tree.length(parts); i++) {
            int part = tree.element(parts, i);
            if (tree.kind(part) != NodeKind.STRING) {
                throw new IllegalArgumentException("no plain string: " + tree.kind(part));
            }
            int flags = tree.tokens().payload(tree.firstToken(part));
            StringLiteral.decode(tree.source().utf8(), tree.start(part) + StringFlags.contentStart(flags),
                    tree.end(part) - StringFlags.closingLength(flags), flags, false, decoded);
        }
        return text(decoded.array(), decoded.size());
    }

    /// Reads UTF-8 in which surrogates have three bytes.
    private static String text(byte[] bytes, int size) {
        StringBuilder text = null;
        int from = 0;
        for (int i = 0; i + 2 < size; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                text = text == null ? new StringBuilder(size) : text;
                text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
                text.append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F));
                from = i + 3;
                i += 2;
            }
        }
        String rest = new String(bytes, from, size - from, StandardCharsets.UTF_8);
        return text == null ? rest : text.append(rest).toString();
    }
}
