package dev.quarry.extract.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The encoding that a source declares, by PEP 263 and its byte order mark.
final class SourceEncoding {
    private static final Pattern DECLARATION = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("^[ \\t\\f]*(?:#.*)?$");

    private SourceEncoding() {}

    /// The codec's name; null when the declaration contradicts the byte order mark.
    static String of(byte[] head, int length) {
        boolean marked = LineIndex.hasByteOrderMark(head, length);
        String declared = declaration(head, marked ? 3 : 0, length);
        if (declared == null) {
            return marked ? "utf-8-sig" : "utf-8";
        }
        String name = declared.toLowerCase(Locale.ROOT).replace('_', '-');
        if (name.equals("utf-8") || name.startsWith("utf-8-") || name.equals("utf8")) {
            return marked ? "utf-8-sig" : "utf-8";
        }
        return marked ? null : name;
    }

    private static String declaration(byte[] head, int start, int length) {
        int at = start;
        for (int line = 0; line < 2 && at < length; line++) {
            int end = at;
            while (end < length && head[end] != '\n' && head[end] != '\r') {
                end++;
            }
            String text = new String(head, at, end - at, StandardCharsets.ISO_8859_1);
            Matcher matcher = DECLARATION.matcher(text);
            if (matcher.find()) {
                return matcher.group(1);
            }
            if (!BLANK_OR_COMMENT.matcher(text).matches()) {
                return null;
            }
            at = end + 1;
            if (end + 1 < length && head[end] == '\r' && head[end + 1] == '\n') {
                at++;
            }
        }
        return null;
    }
}
