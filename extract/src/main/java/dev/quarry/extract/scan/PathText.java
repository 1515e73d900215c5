package dev.quarry.extract.scan;

import java.io.File;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/// Paths as text: the bytes of a name, its escaped text, and the way back to the file.
///
/// Names are bytes on Unix. In text, bytes that are not UTF-8, control characters and the backslash are written `\xHH`
/// (lower-case hex), so that the text is unique, printable and reversible. The JVM spells names in the encoding of the
/// locale, which loses what the locale cannot express (with LANG=C everything beyond ASCII); `file:` URIs keep the bytes
/// in both directions, so names are taken from them whenever the JVM's spelling may have lost something.
public final class PathText {
    private static final boolean NAMES_ARE_TEXT = File.separatorChar == '\\';
    private static final boolean LOCALE_IS_UTF_8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
    private static final char REPLACEMENT = '\ufffd';
    private static final HexFormat HEX = HexFormat.of();

    private PathText() {}

    /// The bytes of the last name of a path.
    static byte[] nameBytes(Path path) {
        String name = path.getFileName().toString();
        if (isFaithful(name)) {
            return name.getBytes(StandardCharsets.UTF_8);
        }
        byte[] whole = rawBytes(path);
        int end = whole.length;
        while (end > 0 && whole[end - 1] == '/') {
            end--;
        }
        int start = end;
        while (start > 0 && whole[start - 1] != '/') {
            start--;
        }
        return Arrays.copyOfRange(whole, start, end);
    }

    /// The escaped text of a whole path, with the separators of the platform.
    public static String of(Path path) {
        String text = path.toString();
        if (NAMES_ARE_TEXT) {
            return text;
        }
        return isFaithful(text) ? escape(text.getBytes(StandardCharsets.UTF_8)) : escape(rawBytes(path));
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

    /// The file that a `path` column names, whatever its bytes and the locale.
    ///
    /// @param root absolute path that `path` is relative to
    public static Path locate(Path root, String path) {
        if (NAMES_ARE_TEXT) {
            return root.resolve(path);
        }
        return locate(root, unescape(path));
    }

    /// The file with these bytes as its path below a root.
    static Path locate(Path root, byte[] path) {
        String text = new String(path, StandardCharsets.UTF_8);
        if (NAMES_ARE_TEXT || isFaithful(text)) {
            return root.resolve(text);
        }
        StringBuilder uri = new StringBuilder(root.toUri().getRawPath());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        for (byte b : path) {
            boolean unreserved = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '/'
                    || b == '.' || b == '_' || b == '-';
            if (unreserved) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HEX.withUpperCase().toHexDigits(b));
            }
        }
        return Path.of(URI.create("file://" + uri));
    }

    /// Whether the JVM's spelling of a name says exactly which bytes it has, and the name can be opened by it.
    private static boolean isFaithful(String name) {
        if (NAMES_ARE_TEXT) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x80 && (!LOCALE_IS_UTF_8 || c == REPLACEMENT)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] rawBytes(Path path) {
        byte[] escaped = path.toUri().getRawPath().getBytes(StandardCharsets.US_ASCII);
        int length = 0;
        for (int i = 0; i < escaped.length; i++) {
            if (escaped[i] == '%') {
                escaped[length++] =
                        (byte) (HexFormat.fromHexDigit(escaped[i + 1]) << 4 | HexFormat.fromHexDigit(escaped[i + 2]));
                i += 2;
            } else {
                escaped[length++] = escaped[i];
            }
        }
        // A URI ends in a slash when the path is a directory; a path never does.
        return Arrays.copyOf(escaped, length > 1 && escaped[length - 1] == '/' ? length - 1 : length);
    }
}
