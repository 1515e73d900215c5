package dev.quarry.syntax.facts;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
import java.nio.charset.StandardCharsets;

/// How a module is laid out, as LibCST's `Module` says it.
///
/// @param defaultIndent indentation of the first indented block; four spaces when there is none
/// @param defaultNewline the first line break; a line feed when there is none
/// @param hasTrailingNewline whether the file ends with a line feed that no backslash continues
public record ModuleLayout(String defaultIndent, String defaultNewline, boolean hasTrailingNewline) {
    private static final String INDENT = "    ";
    private static final String NEWLINE = "\n";

    public static ModuleLayout of(SyntaxTree tree) {
        byte[] text = tree.source().utf8();
        int from = tree.source().start();
        return new ModuleLayout(indent(tree), newline(text, from), endsWithNewline(text, from));
    }

    private static String indent(SyntaxTree tree) {
        TokenBuffer tokens = tree.tokens();
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.kind(token) == TokenKind.INDENT) {
                int line = tree.source().lineStart(tree.source().line0(tokens.start(token)));
                byte[] text = tree.source().utf8();
                int end = line;
                while (end < text.length && (text[end] == ' ' || text[end] == '\t' || text[end] == '\f')) {
                    end++;
                }
                return new String(text, line, end - line, StandardCharsets.UTF_8);
            }
        }
        return INDENT;
    }

    private static String newline(byte[] text, int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == '\n') {
                return NEWLINE;
            }
            if (text[i] == '\r') {
                return i + 1 < text.length && text[i + 1] == '\n' ? "\r\n" : "\r";
            }
        }
        return NEWLINE;
    }

    private static boolean endsWithNewline(byte[] text, int from) {
        int last = text.length - 1;
        if (last < from || text[last] != '\n') {
            return false;
        }
        if (last > from && text[last - 1] == '\r') {
            last--;
        }
        return last == from || text[last - 1] != '\\';
    }
}
