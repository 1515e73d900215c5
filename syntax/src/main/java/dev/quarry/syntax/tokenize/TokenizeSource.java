package dev.quarry.syntax.tokenize;

import dev.quarry.syntax.PythonEncoding;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.Utf8;
import dev.quarry.syntax.codecs.Decoding;
import dev.quarry.syntax.codecs.PythonCodec;
import dev.quarry.syntax.tokenize.TokenizeError.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as the `tokenize` module reads it. Its rules differ from the compiler's: lines end at `\n` alone, the first two
/// must be UTF-8 whatever they declare, and from Python 3.12 on bytes that don't decode become U+FFFD.
///
/// @param text in UTF-8
/// @param start where the text begins, after a byte order mark
/// @param encoding the string of the `ENCODING` token; null when there is none
/// @param error what Python raises when it reads the line at `errorAt`, or at once without an encoding; null if nothing
/// @param errorAt offset in the text
record TokenizeSource(byte[] text, int start, String encoding, TokenizeError error, int errorAt) {
    private static final Pattern COOKIE = Pattern.compile("[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\\w.]+)");
    private static final Pattern BLANK = Pattern.compile("[ \t\f]*(?:[#\r\n]|\\z)");

    static TokenizeSource ofFile(byte[] raw, PythonVersion version) {
        int start = PythonEncoding.hasBom(raw, raw.length) ? PythonEncoding.BOM_LENGTH : 0;
        boolean decodesByDeclaration = version.isAtLeast(PythonVersion.PY314);
        String declared = PythonEncoding.UTF_8;
        try {
            int from = start;
            for (int line = 0; line < 2 && from < raw.length; line++) {
                int to = afterLine(raw, from);
                if (!decodesByDeclaration) {
                    check(raw, from, to, PythonEncoding.UTF_8);
                }
                // Characters beyond ASCII are in neither expression.
                String text = new String(raw, from, to - from, StandardCharsets.ISO_8859_1);
                Matcher cookie = COOKIE.matcher(text);
                from = to;
                if (cookie.lookingAt()) {
                    declared = declaration(cookie.group(1), start > 0);
                    break;
                }
                if (!BLANK.matcher(text).lookingAt()) {
                    break;
                }
            }
            if (decodesByDeclaration) {
                if (Utf8.hasNull(Arrays.copyOfRange(raw, start, from))) {
                    throw new DeclarationException(TokenizeError.of(Kind.FILE,
                            "source code cannot contain null bytes"));
                }
                check(raw, start, from, declared);
            }
        } catch (DeclarationException e) {
            return new TokenizeSource(raw, start, null, e.error, start);
        }
        return decode(raw, start, declared, version);
    }

    /// Standard input is decoded by the locale, which is taken for UTF-8; a byte order mark is a character like others.
    static TokenizeSource ofStandardInput(byte[] raw) {
        int bad = Utf8.errorAt(raw, 0, raw.length);
        if (bad >= 0) {
            TokenizeError error = TokenizeError.of(Kind.UNEXPECTED, Utf8.errorMessage(raw, 0, raw.length, 0));
            return new TokenizeSource(raw, 0, null, error, bad);
        }
        byte[] text = new byte[raw.length];
        int size = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '\r') {
                text[size++] = raw[i];
            } else if (i + 1 == raw.length || raw[i + 1] != '\n') {
                text[size++] = '\n';
            }
        }
        return new TokenizeSource(Arrays.copyOf(text, size), 0, null, null, -1);
    }

    private static TokenizeSource decode(byte[] raw, int start, String encoding, PythonVersion version) {
        if (encoding.equals(PythonEncoding.UTF_8) && Utf8.errorAt(raw, start, raw.length) < 0) {
            return new TokenizeSource(raw, start, encoding, null, -1);
        }
        PythonCodec codec = PythonCodec.find(encoding).orElseThrow();
        if (codec.support() != PythonCodec.Support.TEXT) {
            TokenizeError error = TokenizeError.of(Kind.UNEXPECTED, codec.refusal(encoding));
            return new TokenizeSource(raw, start, encoding, error, start);
        }
        Decoding decoding = codec.decodeLines(raw, start, raw.length);
        if (!decoding.hasError() || version.isAtLeast(PythonVersion.PY312)) {
            return new TokenizeSource(decoding.utf8(), 0, encoding, null, -1);
        }
        int line = decoding.errorAt();
        while (line > start && raw[line - 1] != '\n') {
            line--;
        }
        String message = decoding.errorMessage(decoding.errorAt() - line, false);
        return new TokenizeSource(decoding.utf8(), 0, encoding, TokenizeError.of(Kind.UNEXPECTED, message),
                decoding.errorUtf8At());
    }

    /// Where the line after that at `from` begins.
    static int afterLine(byte[] text, int from) {
        int p = from;
        while (p < text.length) {
            if (text[p++] == '\n') {
                return p;
            }
        }
        return p;
    }

    private static void check(byte[] raw, int from, int to, String encoding) throws DeclarationException {
        PythonCodec codec = PythonCodec.find(encoding).orElseThrow();
        if (codec.support() == PythonCodec.Support.TEXT && codec.decode(raw, from, to).hasError()) {
            throw new DeclarationException(TokenizeError.of(Kind.UNDECODABLE_DECLARATION, ""));
        }
    }

    private static String declaration(String cookie, boolean bom) throws DeclarationException {
        String name = PythonEncoding.normalise(cookie);
        if (PythonCodec.find(name).isEmpty()) {
            throw new DeclarationException(TokenizeError.of(Kind.UNKNOWN_ENCODING, name));
        }
        if (bom && !name.equals(PythonEncoding.UTF_8)) {
            throw new DeclarationException(TokenizeError.of(Kind.CONTRADICTED_MARK, name));
        }
        return name;
    }

    private static final class DeclarationException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient TokenizeError error;

        DeclarationException(TokenizeError error) {
            super(error.message(), null, false, false);
            this.error = error;
        }
    }
}
