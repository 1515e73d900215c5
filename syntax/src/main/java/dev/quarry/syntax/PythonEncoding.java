package dev.quarry.syntax;

import dev.quarry.syntax.codecs.PythonCodec;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The encoding of a Python file, by byte order mark and PEP 263 declaration, as CPython finds it.
///
/// @param name as `tokenize.detect_encoding` gives it; null when unknown or contradictory
/// @param bom whether the file begins with the UTF-8 byte order mark
/// @param declared the declaration's codec after CPython's normalisation; null when there is none
/// @param error CPython's message when the name is null, else null
public record PythonEncoding(String name, boolean bom, String declared, String error) {
    /// Bytes of the UTF-8 byte order mark.
    public static final int BOM_LENGTH = 3;
    /// What the names of UTF-8 are normalised to.
    public static final String UTF_8 = "utf-8";
    private static final byte[] CODING = "coding".getBytes(StandardCharsets.US_ASCII);

    /// Reads the declaration in the first bytes of a file, which should hold its first two lines.
    public static PythonEncoding detect(byte[] prefix, int length) {
        boolean bom = hasBom(prefix, length);
        String declared = declaration(prefix, bom ? BOM_LENGTH : 0, length);
        if (declared == null) {
            return new PythonEncoding(bom ? "utf-8-sig" : UTF_8, bom, null, null);
        }
        if (bom && !declared.equals(UTF_8)) {
            return new PythonEncoding(null, true, declared, "encoding problem: " + declared + " with BOM");
        }
        if (PythonCodec.find(declared).isEmpty()) {
            return new PythonEncoding(null, bom, declared, "unknown encoding: " + declared);
        }
        return new PythonEncoding(bom ? "utf-8-sig" : declared, bom, declared, null);
    }

    /// Whether a file whose first bytes these are begins with the UTF-8 byte order mark.
    public static boolean hasBom(byte[] text, int length) {
        return length >= BOM_LENGTH && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
    }

    /// The codec named in line 1, or in line 2 when line 1 is blank or a comment; null when there is none.
    private static String declaration(byte[] text, int start, int length) {
        int lineStart = start;
        for (int line = 0; line < 2 && lineStart < length; line++) {
            int comment = lineStart;
            while (comment < length && (text[comment] == ' ' || text[comment] == '\t' || text[comment] == '\f')) {
                comment++;
            }
            int lineEnd = comment;
            while (lineEnd < length && text[lineEnd] != '\n' && text[lineEnd] != '\r') {
                lineEnd++;
            }
            if (comment < lineEnd) {
                if (text[comment] != '#') {
                    return null;
                }
                String codec = codec(text, comment, lineEnd);
                if (codec != null) {
                    return normalise(codec);
                }
            }
            boolean pair = lineEnd + 1 < length && text[lineEnd] == '\r' && text[lineEnd + 1] == '\n';
            lineStart = lineEnd + (pair ? 2 : 1);
        }
        return null;
    }

    /// What follows the first `coding:` or `coding=` that is followed by a name.
    private static String codec(byte[] text, int start, int end) {
        for (int i = start; i + CODING.length < end; i++) {
            int at = i + CODING.length;
            if (!matches(text, i) || text[at] != ':' && text[at] != '=') {
                continue;
            }
            at++;
            while (at < end && (text[at] == ' ' || text[at] == '\t')) {
                at++;
            }
            int nameStart = at;
            while (at < end && isNameByte(text[at])) {
                at++;
            }
            if (at > nameStart) {
                return new String(text, nameStart, at - nameStart, StandardCharsets.US_ASCII);
            }
        }
        return null;
    }

    private static boolean matches(byte[] text, int at) {
        for (int i = 0; i < CODING.length; i++) {
            if (text[at + i] != CODING[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameByte(byte b) {
        return b >= 0 && ByteClass.IN_NAME[b] || b == '-' || b == '.';
    }

    /// The two encodings that CPython treats specially have one spelling; all others keep theirs.
    public static String normalise(String codec) {
        String lower = codec.substring(0, Math.min(12, codec.length())).toLowerCase(Locale.ROOT).replace('_', '-');
        if (lower.equals(UTF_8) || lower.startsWith("utf-8-")) {
            return UTF_8;
        }
        for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
            if (lower.equals(latin) || lower.startsWith(latin + "-")) {
                return "iso-8859-1";
            }
        }
        return codec;
    }
}
