package dev.quarry.extract.scan.git;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/// The bytes of paths. Names are bytes on Unix; the JVM spells them in the encoding of the locale, which loses what the
/// locale cannot express: with LANG=C everything beyond ASCII, and in every locale names that are not UTF-8. `file:` URIs
/// keep the bytes in both directions, so they are used whenever the JVM's spelling may have lost something.
public final class PathBytes {
    private static final boolean NAMES_ARE_TEXT = File.separatorChar == '\\';
    private static final boolean LOCALE_IS_UTF_8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
    private static final char REPLACEMENT = '\ufffd';
    private static final HexFormat HEX = HexFormat.of();

    private PathBytes() {}

    /// The bytes of an absolute path.
    public static byte[] of(Path path) {
        String text = path.toString();
        return isFaithful(text) ? text.getBytes(StandardCharsets.UTF_8) : rawBytes(path);
    }

    /// The bytes of the last name of an absolute path.
    public static byte[] ofName(Path path) {
        String name = path.getFileName().toString();
        if (isFaithful(name)) {
            return name.getBytes(StandardCharsets.UTF_8);
        }
        byte[] whole = rawBytes(path);
        int start = whole.length;
        while (start > 0 && whole[start - 1] != '/') {
            start--;
        }
        return Arrays.copyOfRange(whole, start, whole.length);
    }

    /// The file with these bytes as its path.
    ///
    /// @param folder absolute path that a relative one starts from
    /// @param path absolute or relative, `/` separated
    public static Path resolve(Path folder, byte[] path) {
        String text = new String(path, StandardCharsets.UTF_8);
        if (isFaithful(text)) {
            return folder.resolve(text);
        }
        StringBuilder uri = new StringBuilder("file://");
        if (path[0] != '/') {
            uri.append(folder.toUri().getRawPath());
            if (uri.charAt(uri.length() - 1) != '/') {
                uri.append('/');
            }
        }
        for (byte b : path) {
            boolean unreserved = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '/'
                    || b == '.' || b == '_' || b == '-';
            if (unreserved) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HEX.toHexDigits(b));
            }
        }
        return Path.of(URI.create(uri.toString()));
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
        byte[] bytes = path.toUri().getRawPath().getBytes(StandardCharsets.US_ASCII);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                bytes[length++] =
                        (byte) (HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        // A URI ends in a slash when the path is a directory; a path never does.
        return Arrays.copyOf(bytes, length > 1 && bytes[length - 1] == '/' ? length - 1 : length);
    }
}
