package dev.quarry.extract.scan;

import dev.quarry.extract.scan.git.PathBytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/// Paths as tables hold them: bytes that are not UTF-8, control characters and the backslash are written `\xHH`
/// (lower-case hex), so that the text is unique, printable and reversible, whatever the name and the locale.
public final class PathText {
    private static final HexFormat HEX = HexFormat.of();

    private PathText() {}

    /// The escaped text of an absolute path.
    public static String of(Path path) {
        return escape(PathBytes.of(path));
    }

    /// The escaped text of the last name of an absolute path.
    static String ofName(Path path) {
        return escape(PathBytes.ofName(path));
    }

    /// The escaped text of the bytes of a name or path.
    public static String escape(byte[] bytes) {
        int plain = 0;
        while (plain < bytes.length && bytes[plain] >= ' ' && bytes[plain] < 0x7f && bytes[plain] != '\\') {
            plain++;
        }
        if (plain == bytes.length) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        StringBuilder text = new StringBuilder(bytes.length + 8);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            escapeControls(out, text);
            out.clear();
            if (result.isUnderflow()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                escapeByte(in.get(), text);
            }
        }
    }

    private static void escapeControls(CharSequence decoded, StringBuilder text) {
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c != '\\' && !Character.isISOControl(c)) {
                text.append(c);
                continue;
            }
            for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                escapeByte(b, text);
            }
        }
    }

    private static void escapeByte(byte b, StringBuilder text) {
        text.append("\\x").append(HEX.toHexDigits(b));
    }

    /// The bytes that a text made by [#escape] stands for.
    ///
    /// @throws IllegalArgumentException if a backslash is not followed by `x` and two hex digits
    public static byte[] unescape(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\\') {
                bytes[length++] = bytes[i];
                continue;
            }
            if (i + 3 >= bytes.length || bytes[i + 1] != 'x') {
                throw new IllegalArgumentException("not an escaped path: " + text);
            }
            bytes[length++] = (byte) (HexFormat.fromHexDigit(bytes[i + 2]) << 4 | HexFormat.fromHexDigit(bytes[i + 3]));
            i += 3;
        }
        return Arrays.copyOf(bytes, length);
    }

    /// The file that a `path` column names.
    ///
    /// @param root absolute path that `path` is relative to
    public static Path locate(Path root, String path) {
        return PathBytes.resolve(root, unescape(path));
    }
}
