package dev.quarry.syntax;

import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.SourceText.Decoded;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Makes a [SourceText] of a file's bytes.
final class SourceDecoder {
    private SourceDecoder() {}

    static Decoded decode(byte[] raw) {
        return decode(raw, PythonEncoding.detect(raw, raw.length));
    }

    static Decoded decode(byte[] raw, PythonEncoding encoding) {
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
        if (declared == null || declared.equals("utf-8")) {
            return asUtf8(raw, start, encoding.name(), diagnostics);
        }
        if (PythonCodecs.isBinary(declared)) {
            report(diagnostics, "'" + declared
                    + "' is not a text encoding; use codecs.decode() to handle arbitrary codecs");
            return asUtf8(raw, start, encoding.name(), diagnostics);
        }
        Charset charset = PythonCodecs.charset(declared);
        if (charset == null) {
            diagnostics.add(new Diagnostic("LimitError", "encoding " + declared
                    + " is known to Python but can't be decoded here; convert the file to UTF-8", Stage.LIMIT, -1, -1));
            return asUtf8(raw, start, encoding.name(), diagnostics);
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            // Another spelling of UTF-8 makes CPython run the codec over the whole file, comments included.
            Decoded decoded = asUtf8(raw, start, encoding.name(), diagnostics);
            if (!decoded.text().isWellFormed()) {
                report(diagnostics, Utf8.errorMessage(raw, start, raw.length, start));
            }
            return decoded;
        }
        return Transcoder.transcode(raw, encoding.name(), charset, diagnostics);
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
            diagnostics.add(new Diagnostic("UnicodeEncodeError", String.format("'utf-8' codec can't encode character "
                    + "'\\u%04x' in position %d: surrogates not allowed", (int) text.charAt(unpaired), position),
                    Stage.DECODE, -1, -1));
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
        diagnostics.add(Diagnostic.syntaxError(message, Stage.DECODE, -1, -1));
    }

    private static Decoded asUtf8(byte[] raw, int start, String name, List<Diagnostic> diagnostics) {
        boolean wellFormed = Utf8.errorAt(raw, start, raw.length) < 0;
        return new Decoded(new SourceText(raw, raw, start, name, wellFormed, null), diagnostics);
    }
}
