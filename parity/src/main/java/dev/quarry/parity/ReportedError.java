package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxErrorLocation;
import java.util.List;

/// An error as the attributes of CPython's exception tell it, on this side and on CPython's. Messages and texts have
/// their line breaks as escapes.
///
/// @param type the exception's class
/// @param line 1-based; 0 for an error of the file as a whole
/// @param offset 1-based, in the units of [SyntaxErrorLocation]; 0 where there is none, as are the numbers that follow
/// @param text the line; null where there is none
record ReportedError(String type, String message, int line, int offset, int endLine, int endOffset, String text) {
    /// How many fields [#parse] reads.
    static final int FIELDS = 7;
    private static final String NO_TEXT = "-";

    /// What Quarry found.
    static ReportedError of(Diagnostic diagnostic, SourceText source) {
        SyntaxErrorLocation place = SyntaxErrorLocation.of(diagnostic, source);
        return new ReportedError(diagnostic.errorType(), escaped(diagnostic.message()), place.lineno(), place.offset(),
                place.endLineno(), place.endOffset(), place.text() == null ? null : escaped(place.text()));
    }

    /// What the function `fields` of `first_error.py` writes.
    static ReportedError parse(List<String> fields) {
        return new ReportedError(fields.get(0), fields.get(1), Integer.parseInt(fields.get(2)),
                Integer.parseInt(fields.get(3)), Integer.parseInt(fields.get(4)), Integer.parseInt(fields.get(5)),
                fields.get(6).equals(NO_TEXT) ? null : fields.get(6).substring(1));
    }

    boolean hasPlaceOf(ReportedError other) {
        return line == other.line && (line == 0 || offset == other.offset);
    }

    /// Compares what an error of a file as a whole doesn't have.
    boolean hasEndOf(ReportedError other) {
        return line == 0 || endLine == other.endLine && endOffset == other.endOffset;
    }

    /// Class, place and message.
    @Override
    public String toString() {
        return type + " " + line + ":" + offset + "-" + endLine + ":" + endOffset + " " + message;
    }

    /// As `escaped` in `first_error.py`.
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }
}
