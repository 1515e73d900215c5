package dev.quarry.store.delta;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The paths of a log: relative, `/` separated and percent-encoded like URIs.
final class LogPath {
    private static final String PLAIN = "-_.~/=+,@:!$&'()*;";

    private LogPath() {}

    static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return encoded.toString();
    }

    /// @throws IllegalArgumentException if a `%` is not followed by two hex digits
    static String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        byte[] source = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '%') {
                if (i + 2 >= source.length) {
                    throw new IllegalArgumentException("bad escape in " + path);
                }
                int high = Character.digit(source[i + 1], 16);
                int low = Character.digit(source[i + 2], 16);
                if (high < 0 || low < 0) {
                    throw new IllegalArgumentException("bad escape in " + path);
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(source[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Whether a decoded path stays below the folder that it is relative to: no scheme, not absolute, no `..`.
    static boolean staysInside(String path) {
        int partStart = 0;
        for (int i = 0; i <= path.length(); i++) {
            char c = i == path.length() ? '/' : path.charAt(i);
            if (c == '/') {
                String part = path.substring(partStart, i);
                // An empty part also stands for a leading `/`.
                if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                    return false;
                }
                partStart = i + 1;
            } else if (c == '\0' || c == '\\' || c == ':' && partStart == 0) {
                return false;
            }
        }
        return true;
    }
}
