package dev.quarry.syntax.codecs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All of Python's codecs, from the resource `codecs.txt`.
///
/// A codec is a line with its kind, name, charset in the JDK (`-` for none) and aliases, and after it, indented, lines of
/// ranges `FIRST-LAST=CODE` or single sequences `BYTES=CODE` or `BYTES=CODE+CODE`, all in hexadecimal: bytes, and the code
/// points they stand for, `!` for none. In a range the code points rise with the bytes. Codecs of single bytes begin with
/// Latin-1, others with the charset.
final class CodecTable {
    static final String RESOURCE = "codecs.txt";

    private record Entry(String kind, String name, String charset, List<String> ranges) {}

    private static final Map<String, Entry> ENTRIES = read();
    private static final Map<String, PythonCodec> MADE = new HashMap<>();

    private CodecTable() {}

    /// The codec of a name or alias; null when there is none.
    static PythonCodec find(String name) {
        String normalised = normalise(name);
        Entry entry = ENTRIES.get(normalised);
        entry = entry != null ? entry : ENTRIES.get(normalised.replace('.', '_'));
        if (entry == null) {
            return null;
        }
        synchronized (MADE) {
            return MADE.computeIfAbsent(entry.name, made -> make(ENTRIES.get(made)));
        }
    }

    /// As Python's `encodings.normalize_encoding` does it: runs of punctuation become one underscore between words.
    private static String normalise(String name) {
        StringBuilder normalised = new StringBuilder(name.length());
        boolean gap = false;
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.') {
                if (gap && !normalised.isEmpty()) {
                    normalised.append('_');
                }
                gap = false;
                normalised.append(c);
            } else {
                gap = true;
            }
        }
        return normalised.toString();
    }

    private static PythonCodec make(Entry entry) {
        return switch (entry.kind) {
            case "utf8" -> new Utf8Codec(entry.name);
            case "single" -> singleByte(entry);
            case "multi" -> Charset.isSupported(entry.charset)
                    ? new MultibyteCodec(entry.name, Charset.forName(entry.charset), corrections(entry.ranges))
                    : missing(entry);
            case "iso2022" -> new Iso2022Codec(entry.name);
            case "hz" -> new HzCodec(entry.name);
            case "utf7" -> new Utf7Codec(entry.name);
            case "utf16" -> new WideCodec(entry.name, 2, order(entry.name));
            case "utf32" -> new WideCodec(entry.name, 4, order(entry.name));
            case "binary" -> new UnsupportedCodec(entry.name, PythonCodec.Support.NO_TEXT);
            default -> missing(entry);
        };
    }

    private static PythonCodec missing(Entry entry) {
        return new UnsupportedCodec(entry.name, PythonCodec.Support.MISSING);
    }

    private static WideCodec.Order order(String name) {
        return name.endsWith("_le") ? WideCodec.Order.LITTLE
                : name.endsWith("_be") ? WideCodec.Order.BIG : WideCodec.Order.MARK;
    }

    private static PythonCodec singleByte(Entry entry) {
        int[] characters = new int[256];
        for (int b = 0; b < characters.length; b++) {
            characters[b] = b;
        }
        corrections(entry.ranges).forEach((b, codes) -> characters[b] = codes.length == 0 ? -1 : codes[0]);
        return new SingleByteCodec(entry.name, characters);
    }

    private static Map<Integer, int[]> corrections(List<String> ranges) {
        Map<Integer, int[]> corrections = new HashMap<>();
        for (String range : ranges) {
            int equals = range.indexOf('=');
            int dash = range.indexOf('-');
            int first = Integer.parseUnsignedInt(range, 0, dash < 0 ? equals : dash, 16);
            int last = dash < 0 ? first : Integer.parseUnsignedInt(range, dash + 1, equals, 16);
            int[] codes = codes(range.substring(equals + 1));
            for (int i = 0; i <= last - first; i++) {
                corrections.put(first + i, codes.length == 1 ? new int[] {codes[0] + i} : codes);
            }
        }
        return corrections;
    }

    private static int[] codes(String text) {
        if (text.equals("!")) {
            return MultibyteCodec.NONE;
        }
        String[] words = text.split("\\+");
        int[] codes = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            codes[i] = Integer.parseInt(words[i], 16);
        }
        return codes;
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> entries = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(CodecTable.class.getResourceAsStream(RESOURCE),
                StandardCharsets.US_ASCII))) {
            Entry entry = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.strip().split(" ");
                if (line.startsWith(" ")) {
                    entry.ranges.addAll(List.of(words));
                    continue;
                }
                entry = new Entry(words[0], words[1], words[2], new ArrayList<>());
                entries.put(entry.name, entry);
                for (int i = 3; i < words.length; i++) {
                    entries.put(words[i], entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of Quarry's jar: is the jar complete?", e);
        }
        return entries;
    }
}
