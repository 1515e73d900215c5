package dev.quarry.cli;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxErrorLocation;

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

    /// As Python's module `traceback` shows the attributes of a SyntaxError.
    private static void place(StringBuilder out, Diagnostic error, SourceText source, String name) {
        SyntaxErrorLocation location = SyntaxErrorLocation.of(error, source);
        String line = location.text().replaceFirst("\n+$", "");
        int indentation = 0;
        // Tabs are kept, as CPython keeps them.
        while (indentation < line.length() && " \f".indexOf(line.charAt(indentation)) >= 0) {
            indentation++;
        }
        String shown = line.substring(indentation);
        out.append("  File \"").append(name).append("\", line ").append(location.lineno()).append('\n');
        out.append("    ").append(shown).append('\n');
        int start = location.offset() - 1 - indentation;
        if (start < 0) {
            return;
        }
        boolean oneLine = location.endLineno() == location.lineno();
        int end = (oneLine ? location.endOffset() : line.codePointCount(0, line.length()) + 1) - 1 - indentation;
        out.append("    ");
        // Other white space stays what it is, so that the carets stand below what they point at.
        shown.codePoints().limit(start).forEach(c -> out.append(Character.isWhitespace(c) ? (char) c : ' '));
        out.repeat(' ', Math.max(0, start - shown.codePointCount(0, shown.length())));
        out.repeat('^', Math.max(1, end - start)).append('\n');
    }
}
