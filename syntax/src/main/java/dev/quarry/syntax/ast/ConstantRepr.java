package dev.quarry.syntax.ast;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;

/// Python's `repr` of a literal in a syntax tree, as CPython's messages quote it.
public final class ConstantRepr {
    private ConstantRepr() {}

    /// The repr of a number, or of strings without replacement fields.
    ///
    /// @param literal a NUMBER or STRINGS node of a valid file
    public static String of(SyntaxTree tree, int literal) {
        var repr = new ByteSink();
        if (tree.kind(literal) == NodeKind.NUMBER) {
            NumberRepr.write(tree.source().utf8(), tree.start(literal), tree.end(literal), repr);
        } else {
            strings(tree, literal, repr);
        }
        return new String(repr.array(), 0, repr.size(), StandardCharsets.UTF_8);
    }

    private static void strings(SyntaxTree tree, int literal, ByteSink repr) {
        var content = new ByteSink();
        int parts = tree.slot(literal, 0);
        int flags = 0;
        for (int i = 0; i < tree.length(parts); i++) {
            int part = tree.element(parts, i);
            flags = tree.tokens().payload(tree.firstToken(part));
            StringLiteral.decode(tree.source().utf8(), tree.start(part) + StringFlags.contentStart(flags),
                    tree.end(part) - StringFlags.closingLength(flags), flags, false, content);
        }
        if (StringFlags.has(flags, StringFlags.BYTES)) {
            StringRepr.writeBytes(content.array(), 0, content.size(), repr);
        } else {
            StringRepr.writeString(content.array(), 0, content.size(), tree.options().version(), repr);
        }
    }
}
