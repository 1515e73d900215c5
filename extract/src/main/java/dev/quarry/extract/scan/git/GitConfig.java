package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One of git's configuration files, read as data: `include` and `includeIf` are not followed, and no value is ever run.
///
/// Not JGit's reader: its signed jar costs a quarter of a second to open, more than the listing of 2,000 files.
public final class GitConfig {
    private static final int MAX_BYTES = 1 << 22;
    static final GitConfig EMPTY = new GitConfig(Map.of());

    /// By `section.key` or `section.subsection.key`, section and key in lower case. The last value of a key counts.
    private final Map<String, String> values;

    private GitConfig(Map<String, String> values) {
        this.values = values;
    }

    /// Reads a file; a missing one is empty.
    static GitConfig read(Path file) throws GitMetadataException {
        byte[] bytes;
        try {
            bytes = BoundedFile.read(file, MAX_BYTES);
        } catch (IOException e) {
            throw new GitMetadataException(file + " cannot be read: " + e.getMessage(), e);
        }
        return bytes == null ? EMPTY : parse(new String(bytes, StandardCharsets.UTF_8), file);
    }

    static GitConfig parse(String text, Path file) throws GitMetadataException {
        Parser parser = new Parser(text.startsWith("\ufeff") ? text.substring(1) : text, file);
        parser.parse();
        return new GitConfig(parser.values);
    }

    /// The last value of a key, or null.
    ///
    /// @param name `section.key` or `section.subsection.key`; section and key in lower case
    public String get(String name) {
        return values.get(name);
    }

    /// Whether a boolean is true; a key without a value is.
    ///
    /// @param otherwise the value when the key is missing
    public boolean isTrue(String name, boolean otherwise) {
        String value = values.get(name);
        return value == null
                ? otherwise
                : switch (value.toLowerCase(Locale.ROOT)) {
                    case "", "false", "no", "off", "0" -> false;
                    default -> true;
                };
    }

    private static final class Parser {
        private final String text;
        private final Path file;
        private final Map<String, String> values = new HashMap<>();
        private int at;
        private int line = 1;
        private String section = "";

        Parser(String text, Path file) {
            this.text = text;
            this.file = file;
        }

        void parse() throws GitMetadataException {
            while (true) {
                int c = read();
                if (c < 0) {
                    return;
                }
                if (c == '#' || c == ';') {
                    skipLine();
                } else if (c == '[') {
                    readSection();
                } else if (Character.isLetter(c)) {
                    readVariable((char) c);
                } else if (!isBlank(c) && c != '\n') {
                    throw malformed();
                }
            }
        }

        /// The next character, CRLF as one `\n`; negative at the end.
        private int read() {
            if (at == text.length()) {
                return -1;
            }
            char c = text.charAt(at++);
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                c = text.charAt(at++);
            }
            if (c == '\n') {
                line++;
            }
            return c;
        }

        private void skipLine() {
            int c = read();
            while (c >= 0 && c != '\n') {
                c = read();
            }
        }

        private void readSection() throws GitMetadataException {
            StringBuilder name = new StringBuilder();
            int c = read();
            while (Character.isLetterOrDigit(c) || c == '-' || c == '.') {
                name.append((char) Character.toLowerCase(c));
                c = read();
            }
            if (isBlank(c)) {
                while (isBlank(c)) {
                    c = read();
                }
                if (c != '"') {
                    throw malformed();
                }
                name.append('.');
                for (c = read(); c != '"'; c = read()) {
                    if (c == '\\') {
                        c = read();
                    }
                    if (c < 0 || c == '\n') {
                        throw malformed();
                    }
                    name.append((char) c);
                }
                c = read();
            }
            if (c != ']') {
                throw malformed();
            }
            section = name.append('.').toString();
        }

        private void readVariable(char first) throws GitMetadataException {
            StringBuilder key = new StringBuilder().append(Character.toLowerCase(first));
            int c = read();
            while (Character.isLetterOrDigit(c) || c == '-') {
                key.append((char) Character.toLowerCase(c));
                c = read();
            }
            while (isBlank(c)) {
                c = read();
            }
            String value = "true";
            if (c == '=') {
                value = readValue();
            } else if (c == '#' || c == ';') {
                skipLine();
            } else if (c >= 0 && c != '\n') {
                throw malformed();
            }
            values.put(section + key, value);
        }

        private String readValue() throws GitMetadataException {
            StringBuilder value = new StringBuilder();
            boolean quoted = false;
            int trimmed = 0;
            while (true) {
                int c = read();
                if (c < 0 || c == '\n') {
                    if (quoted) {
                        throw malformed();
                    }
                    value.setLength(trimmed);
                    return value.toString();
                }
                if (isBlank(c) && !quoted) {
                    if (trimmed > 0) {
                        value.append((char) c);
                    }
                    continue;
                }
                if (!quoted && (c == '#' || c == ';')) {
                    skipLine();
                    value.setLength(trimmed);
                    return value.toString();
                }
                if (c == '"') {
                    quoted = !quoted;
                } else if (c != '\\') {
                    value.append((char) c);
                } else {
                    int escaped = read();
                    switch (escaped) {
                        case '\n' -> { }
                        case 't' -> value.append('\t');
                        case 'b' -> value.append('\b');
                        case 'n' -> value.append('\n');
                        case '"', '\\' -> value.append((char) escaped);
                        default -> throw malformed();
                    }
                }
                trimmed = value.length();
            }
        }

        private static boolean isBlank(int c) {
            return c == ' ' || c == '\t' || c == '\r' || c == '\f';
        }

        private GitMetadataException malformed() {
            return new GitMetadataException(file + ":" + line + " is no git configuration.");
        }
    }
}
