package dev.quarry.syntax;

import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.SourceText.Decoded;
import dev.quarry.syntax.codecs.Decoding;
import dev.quarry.syntax.codecs.PythonCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Makes a [SourceText] of a file's bytes.
final class SourceDecoder {
    private SourceDecoder() {}

    static Decoded decode(byte[] raw) {
        PythonEncoding encoding = PythonEncoding.detect(raw, raw.length);
        List<Diagnostic> diagnostics = new ArrayList<>(0);
        // CPython looks for null bytes before anything else.
        if (Utf8.hasNull(raw)) {
            report(diagnostics, "source code string cannot contain null bytes");
        }
        int start = encoding.bom() ? PythonEncoding.BOM_LENGTH : 0;
        if (encoding.error() != null) {
            report(diagnostics, encoding.error());
            return asUtf8(raw, start, null, diagnostics);
        }
        String declared = encoding.declared();
        if (declared == null || declared.equals(PythonEncoding.UTF_8)) {
            return asUtf8(raw, start, encoding.name(), diagnostics);
        }
        PythonCodec codec = PythonCodec.find(declared).orElseThrow();
        if (codec.support() != PythonCodec.Support.TEXT) {
            boolean missing = codec.support() == PythonCodec.Support.MISSING;
            diagnostics.add(Diagnostic.ofFile(missing ? "LimitError" : "SyntaxError", codec.refusal(declared),
                    missing ? Stage.LIMIT : Stage.DECODE));
            return asUtf8(raw, start, encoding.name(), diagnostics);
        }
        // Another spelling of UTF-8, too, makes CPython run the codec over the whole file, comments included.
        Decoding decoding = codec.decode(raw, start, raw.length);
        if (decoding.hasError()) {
            int at = decoding.errorAt();
            report(diagnostics, decoding.errorMessage(positionWithoutCarriageReturns(raw, at), lacksLineBreak(raw)));
        }
        if (codec.isUtf8()) {
            return asUtf8(raw, start, encoding.name(), diagnostics);
        }
        int surrogate = decoding.surrogateAt();
        if (surrogate >= 0 && !decoding.hasError()) {
            report(diagnostics, surrogateMessage(Utf8.codePoint(decoding.utf8(), surrogate),
                    characters(decoding.utf8(), surrogate)));
        }
        return new Decoded(new SourceText(raw, decoding.utf8(), 0, encoding.name(), surrogate < 0, decoding.offsets()),
                diagnostics);
    }

    /// What CPython says of a character that its UTF-8 doesn't have.
    private static String surrogateMessage(int surrogate, int position) {
        return String.format("'utf-8' codec can't encode character '\\u%04x' in position %d: surrogates not allowed",
                surrogate, position);
    }

    /// Characters before an offset.
    private static int characters(byte[] utf8, int offset) {
        int characters = 0;
        for (int i = 0; i < offset; i++) {
            if ((utf8[i] & 0xC0) != 0x80) {
                characters++;
            }
        }
        return characters;
    }

    /// CPython turns `\r\n` into `\n` before it decodes, and counts after that.
    private static int positionWithoutCarriageReturns(byte[] raw, int offset) {
        int position = offset;
        for (int i = 0; i < offset; i++) {
            if (raw[i] == '\r' && i + 1 < raw.length && raw[i + 1] == '\n') {
                position--;
            }
        }
        return position;
    }

    /// CPython ends the last line if it must, before it decodes.
    private static boolean lacksLineBreak(byte[] raw) {
        return raw.length > 0 && raw[raw.length - 1] != '\n' && raw[raw.length - 1] != '\r';
    }

    /// The same for a string. An unpaired surrogate is kept as the three bytes that UTF-8 would give it.
    static Decoded ofString(String text) {
        List<Diagnostic> diagnostics = new ArrayList<>(0);
        if (text.indexOf('\0') >= 0) {
            report(diagnostics, "source code string cannot contain null bytes");
        }
        int unpaired = unpairedSurrogate(text);
        byte[] utf8;
        if (unpaired < 0) {
            utf8 = text.getBytes(StandardCharsets.UTF_8);
        } else {
            int position = text.codePointCount(0, unpaired);
            diagnostics.add(Diagnostic.ofFile("UnicodeEncodeError", surrogateMessage(text.charAt(unpaired), position),
                    Stage.DECODE));
            utf8 = Utf8.encode(text);
        }
        return new Decoded(new SourceText(utf8, utf8, 0, "utf-8", unpaired < 0, null), diagnostics);
    }

    private static int unpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (Character.isLowSurrogate(unit) || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    static void report(List<Diagnostic> diagnostics, String message) {
        diagnostics.add(Diagnostic.ofFile("SyntaxError", message, Stage.DECODE));
    }

    private static Decoded asUtf8(byte[] raw, int start, String name, List<Diagnostic> diagnostics) {
        boolean wellFormed = Utf8.errorAt(raw, start, raw.length) < 0;
        return new Decoded(new SourceText(raw, raw, start, name, wellFormed, null), diagnostics);
    }
}
