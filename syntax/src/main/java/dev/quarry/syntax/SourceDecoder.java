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

    static void report(List<Diagnostic> diagnostics, String message) {
        diagnostics.add(Diagnostic.syntaxError(message, Stage.DECODE, -1, -1));
    }

    private static Decoded asUtf8(byte[] raw, int start, String name, List<Diagnostic> diagnostics) {
        boolean wellFormed = Utf8.errorAt(raw, start, raw.length) < 0;
        return new Decoded(new SourceText(raw, raw, start, name, wellFormed, null), diagnostics);
    }
}
