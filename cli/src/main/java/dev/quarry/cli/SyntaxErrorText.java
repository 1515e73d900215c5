package dev.quarry.cli;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.SourceText;
import java.nio.charset.StandardCharsets;

/// What CPython prints last for a syntax error: file and line, the line itself, carets below the part that is wrong,
/// and the message.
final class SyntaxErrorText {
    private SyntaxErrorText() {}

    /// @param name the file's name as the user wrote it
    /// @return lines, each with its end
    static String of(Diagnostic error, SourceText source, String name) {
        StringBuilder text = new StringBuilder();
        if (error.start() >= 0) {
            place(text, error, source, name);
        }
        return text.append(error.errorType()).append(": ").append(error.message()).append('\n').toString();
    }

    private static void place(StringBuilder text, Diagnostic error, SourceText source, String name) {
        byte[] bytes = source.utf8();
        int line0 = source.line0(error.start());
        int lineStart = source.lineStart(line0);
        int lineEnd = error.start();
        while (lineEnd < source.end() && !isLineEnd(bytes[lineEnd])) {
            lineEnd++;
        }
        int indented = lineStart;
        // Tabs are kept, as CPython keeps them.
        while (indented < lineEnd && (bytes[indented] == ' ' || bytes[indented] == '\f')) {
            indented++;
        }
        text.append("  File \"").append(name).append("\", line ").append(line0 + 1).append('\n');
        text.append("    ").append(decode(bytes, indented, lineEnd).stripTrailing()).append('\n');
        if (error.start() >= indented) {
            String before = decode(bytes, indented, error.start());
            String wrong = decode(bytes, error.start(), Math.min(Math.max(error.end(), error.start()), lineEnd));
            text.append("    ");
            // Tabs stay tabs, so that the carets stand below what they point at.
            before.codePoints().forEach(c -> text.append(Character.isWhitespace(c) ? (char) c : ' '));
            text.repeat('^', Math.max(1, wrong.codePointCount(0, wrong.length()))).append('\n');
        }
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    private static String decode(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
