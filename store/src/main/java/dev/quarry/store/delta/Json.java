package dev.quarry.store.delta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON as plain values: [Map], [List], [String], [Long], [Double], [Boolean], null.
///
/// Logs and caches are small and read at every start, where a JSON library would cost more than all the rest.
public final class Json {
    private static final int MAX_DEPTH = 64;

    private final String text;
    private int position;

    private Json(String text) {
        this.text = text;
    }

    /// Reads one value.
    ///
    /// @throws IllegalArgumentException if the text is not one JSON value, or nests deeper than 64
    public static Object read(String text) {
        Json reader = new Json(text);
        Object value = reader.value(0);
        reader.skipSpace();
        if (reader.position != text.length()) {
            throw reader.error("text after the value");
        }
        return value;
    }

    /// Reads one object.
    ///
    /// @throws IllegalArgumentException if the text is not one JSON object
    public static Map<String, Object> readObject(String text) {
        return asObject(read(text));
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> asObject(Object value) {
        if (value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        throw new IllegalArgumentException("expected an object, found " + value);
    }

    @SuppressWarnings("unchecked")
    public static List<Object> asList(Object value) {
        if (value instanceof List<?>) {
            return (List<Object>) value;
        }
        throw new IllegalArgumentException("expected a list, found " + value);
    }

    public static long asLong(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("expected an integer, found " + value);
    }

    public static String asString(Object value) {
        if (value instanceof String string) {
            return string;
        }
        throw new IllegalArgumentException("expected a text, found " + value);
    }

    private Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw error("nested too deeply");
        }
        skipSpace();
        if (position == text.length()) {
            throw error("a value is missing");
        }
        return switch (text.charAt(position)) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        position++;
        if (accept('}')) {
            return object;
        }
        do {
            skipSpace();
            if (position == text.length() || text.charAt(position) != '"') {
                throw error("a name is missing");
            }
            String name = string();
            if (!accept(':')) {
                throw error("':' is missing");
            }
            object.put(name, value(depth + 1));
        } while (accept(','));
        if (!accept('}')) {
            throw error("'}' is missing");
        }
        return object;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        position++;
        if (accept(']')) {
            return list;
        }
        do {
            list.add(value(depth + 1));
        } while (accept(','));
        if (!accept(']')) {
            throw error("']' is missing");
        }
        return list;
    }

    private String string() {
        int start = ++position;
        StringBuilder unescaped = null;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '"') {
                String plain = text.substring(start, position++);
                return unescaped == null ? plain : unescaped.append(plain).toString();
            }
            if (c == '\\') {
                if (unescaped == null) {
                    unescaped = new StringBuilder();
                }
                unescaped.append(text, start, position);
                position++;
                unescaped.append(escape());
                start = position;
            } else {
                position++;
            }
        }
        throw error("a text does not end");
    }

    private char escape() {
        if (position == text.length()) {
            throw error("a text does not end");
        }
        char c = text.charAt(position++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (position + 4 > text.length()) {
                    throw error("a text does not end");
                }
                position += 4;
                yield (char) Integer.parseInt(text, position - 4, position, 16);
            }
            default -> throw error("unknown escape");
        };
    }

    private Object literal(String spelling, Object value) {
        if (!text.startsWith(spelling, position)) {
            throw error("unknown word");
        }
        position += spelling.length();
        return value;
    }

    private Object number() {
        int start = position;
        boolean integer = true;
        while (position < text.length() && "+-.0123456789eE".indexOf(text.charAt(position)) >= 0) {
            integer &= ".eE".indexOf(text.charAt(position)) < 0;
            position++;
        }
        String number = text.substring(start, position);
        try {
            if (integer) {
                return Long.valueOf(number);
            }
            return Double.valueOf(number);
        } catch (NumberFormatException e) {
            throw error("not a number");
        }
    }

    private boolean accept(char expected) {
        skipSpace();
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private IllegalArgumentException error(String problem) {
        return new IllegalArgumentException("bad JSON at character " + position + ": " + problem);
    }

    /// Writes a value on one line.
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(text, out);
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            case Map<?, ?> map -> {
                char separator = '{';
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.append(separator);
                    quote((String) entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    separator = ',';
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case Iterable<?> list -> {
                out.append('[');
                String separator = "";
                for (Object element : list) {
                    out.append(separator);
                    write(element, out);
                    separator = ",";
                }
                out.append(']');
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c >= 0x7f && c < 0xa0 || c == '\u2028' || c == '\u2029') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
