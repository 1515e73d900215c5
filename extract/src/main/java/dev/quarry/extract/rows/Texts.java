package dev.quarry.extract.rows;

import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Excerpts of source text.
public final class Texts {
    /// Source excerpts are cut here, at a character boundary.
    public static final int MAX_TEXT_BYTES = 4096;

    private Texts() {}

    /// The length of the longest prefix of at most `limit` bytes that does not split a character.
    public static int cut(byte[] utf8, int start, int length, int limit) {
        if (length <= limit) {
            return length;
        }
        int kept = limit;
        while (kept > 0 && (utf8[start + kept] & 0xC0) == 0x80) {
            kept--;
        }
        return kept;
    }

    /// The source between two offsets of the parsed text, whole.
    public static String whole(SyntaxTree tree, int start, int end) {
        return new String(tree.source().utf8(), start, end - start, StandardCharsets.UTF_8);
    }

    /// The source between two offsets of the parsed text, cut at [#MAX_TEXT_BYTES].
    public static String excerpt(SyntaxTree tree, int start, int end) {
        return whole(tree, start, start + cut(tree.source().utf8(), start, end - start, MAX_TEXT_BYTES));
    }

    /// The source of a node, cut at [#MAX_TEXT_BYTES].
    public static String excerpt(SyntaxTree tree, int node) {
        return excerpt(tree, tree.start(node), tree.end(node));
    }

    /// The line of an offset without its break, cut at [#MAX_TEXT_BYTES].
    public static String line(SourceText source, int offset) {
        int start = source.lineStart(source.line0(offset));
        return new String(source.utf8(), start, lineEnd(source, offset) - start, StandardCharsets.UTF_8);
    }

    /// Where [#line] ends.
    public static int lineEnd(SourceText source, int offset) {
        byte[] utf8 = source.utf8();
        int start = source.lineStart(source.line0(offset));
        int end = start;
        while (end < source.end() && utf8[end] != '\n' && utf8[end] != '\r') {
            end++;
        }
        return start + cut(utf8, start, end - start, MAX_TEXT_BYTES);
    }

    /// Adds the source between two offsets of a text to a column, cut at [#MAX_TEXT_BYTES]; NULL where it is no UTF-8,
    /// which CPython does not mind in comments.
    public static void addExcerpt(StringColumn column, SourceText source, int start, int end) {
        int kept = cut(source.utf8(), start, end - start, MAX_TEXT_BYTES);
        if (source.isWellFormed()) {
            column.add(source.utf8(), start, kept);
            return;
        }
        try {
            column.add(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source.utf8(), start, kept)).toString());
        } catch (CharacterCodingException e) {
            column.addNull();
        }
    }

    /// Text for a column: surrogates that stand alone, which Python strings can hold and UTF-8 cannot, are written
    /// as the escapes that `repr` uses.
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return escapeLoneSurrogates(text);
            }
        }
        return text;
    }

    private static String escapeLoneSurrogates(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                escaped.append("\\u").append(Integer.toHexString(c));
            } else {
                escaped.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return escaped.toString();
    }
}
