package dev.quarry.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Where an error is, as the attributes of CPython's `SyntaxError` tell it.
///
/// Lines and offsets are 1-based. Offsets count characters (code points), those of the compiler's errors UTF-8 bytes.
/// The tokenizer and the parser count both offsets in the text of the first line, so the end of a range over several
/// lines is cut off there.
///
/// @param lineno line of the beginning; 0 when the error concerns the file as a whole
/// @param offset character (byte) of the beginning; 0 where CPython knows no column
/// @param endLineno line of the end
/// @param endOffset character (byte) after the end; 0 or -1 where CPython knows none
/// @param text the line, with its line break where CPython has it; null when the error concerns the file as a whole
public record SyntaxErrorLocation(int lineno, int offset, int endLineno, int endOffset, String text) {

    /// The place of a diagnostic in the text that it is about.
    public static SyntaxErrorLocation of(Diagnostic diagnostic, SourceText source) {
        if (diagnostic.start() < 0) {
            return new SyntaxErrorLocation(0, 0, 0, 0, null);
        }
        int line0 = diagnostic.extent() == Diagnostic.Extent.LAST_LINE ? endLine0(diagnostic, source)
                : source.line0(diagnostic.start());
        if (diagnostic.stage() == Diagnostic.Stage.COMPILE) {
            return ofCompiler(diagnostic, source, line0);
        }
        boolean held = diagnostic.lastLine0() >= 0 && diagnostic.lastLine0() <= line0;
        String text = line(source, held ? Math.min(diagnostic.firstLine0(), line0) : line0, line0, held);
        int offset = characters(source, Math.min(line0, source.line0(diagnostic.start())), diagnostic.start()) + 1;
        return switch (diagnostic.extent()) {
            case RANGE -> new SyntaxErrorLocation(line0 + 1, offset, endLine0(diagnostic, source) + 1,
                    endOffset(source, endLine0(diagnostic, source), diagnostic.end(), text), text);
            case LAST_LINE -> new SyntaxErrorLocation(line0 + 1,
                    offsetOf(source.column(diagnostic.start()), text), line0 + 1,
                    offsetOf(diagnostic.end() - source.lineStart(line0), text), text);
            case BYTES -> new SyntaxErrorLocation(line0 + 1, source.column(diagnostic.start()) + 1, line0 + 1,
                    source.column(diagnostic.end()) + 1, text);
            case BEGINNING_IN_BUFFER -> new SyntaxErrorLocation(line0 + 1,
                    characters(source, Math.min(diagnostic.firstLine0(), line0), diagnostic.start()) + 1, line0 + 1, 0,
                    text);
            case BEGINNING -> new SyntaxErrorLocation(line0 + 1, offset, line0 + 1, 0, text);
            case READ_SO_FAR -> new SyntaxErrorLocation(line0 + 1, offset, line0 + 1, -1, text);
            case NOTHING_READ -> new SyntaxErrorLocation(line0 + 1, 0, line0 + 1, -1, text);
            case LINE -> new SyntaxErrorLocation(line0 + 1, 0, line0 + 1, 0, text);
        };
    }

    /// The compiler reads the line from the file again, with its line break.
    private static SyntaxErrorLocation ofCompiler(Diagnostic diagnostic, SourceText source, int line0) {
        int endLine0 = endLine0(diagnostic, source);
        boolean range = diagnostic.extent() == Diagnostic.Extent.RANGE;
        return new SyntaxErrorLocation(line0 + 1, source.column(diagnostic.start()) + 1, endLine0 + 1,
                range ? diagnostic.end() - source.lineStart(endLine0) + 1 : 0, line(source, line0, line0, true));
    }

    /// The text of some lines. CPython takes all that the tokenizer's buffer holds, line breaks included, unless the
    /// tokenizer is beyond the line: then the line alone, without its break.
    private static String line(SourceText source, int firstLine0, int line0, boolean held) {
        byte[] utf8 = source.utf8();
        int start = source.lineStart(firstLine0);
        int end = source.lineStart(line0);
        while (end < source.end() && utf8[end] != '\n' && utf8[end] != '\r') {
            end++;
        }
        String text = decode(utf8, start, end);
        return held ? text.replace("\r\n", "\n").replace('\r', '\n') + "\n" : text;
    }

    /// A range that takes the line break along ends in the line that it ends.
    private static int endLine0(Diagnostic diagnostic, SourceText source) {
        return diagnostic.end() > diagnostic.start() ? source.lastLine0(diagnostic.end())
                : source.line0(diagnostic.end());
    }

    /// Characters of a line before an offset.
    private static int characters(SourceText source, int line0, int offset) {
        String before = decode(source.utf8(), source.lineStart(line0), Math.min(offset, source.end()));
        return before.codePointCount(0, before.length()) + Math.max(0, offset - source.end());
    }

    /// The column of the end, counted in the first line.
    private static int endOffset(SourceText source, int endLine0, int end, String text) {
        return offsetOf(end - source.lineStart(endLine0), text);
    }

    /// The offset of a column of UTF-8 bytes: at most one behind the text.
    private static int offsetOf(int column, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (column >= bytes.length) {
            return text.codePointCount(0, text.length()) + 1;
        }
        String before = decode(bytes, 0, column);
        return before.codePointCount(0, before.length()) + 1;
    }

    private static String decode(byte[] utf8, int start, int end) {
        return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8, start, end - start)).toString();
    }
}
