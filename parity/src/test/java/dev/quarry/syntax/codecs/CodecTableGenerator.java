package dev.quarry.syntax.codecs;

import dev.quarry.parity.TestInterpreters;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes `codecs.txt` from what an interpreter and this JDK decode.
final class CodecTableGenerator {
    private static final int LINE = 118;
    /// What the JDK has for codecs that are no tables of single bytes.
    private static final Map<String, String> CHARSETS = Map.ofEntries(Map.entry("big5", "Big5"),
            Map.entry("big5hkscs", "Big5-HKSCS"), Map.entry("cp932", "windows-31j"), Map.entry("cp949", "x-windows-949"),
            Map.entry("cp950", "x-windows-950"), Map.entry("euc_jp", "EUC-JP"), Map.entry("euc_kr", "EUC-KR"),
            Map.entry("gb18030", "GB18030"), Map.entry("gb2312", "GB2312"), Map.entry("gbk", "GBK"),
            Map.entry("johab", "x-Johab"),
            Map.entry("shift_jis", "Shift_JIS"), Map.entry("shift_jis_2004", "x-SJIS_0213"),
            Map.entry("shift_jisx0213", "x-SJIS_0213"));

    private final StringBuilder resource = new StringBuilder();
    private StringBuilder line = new StringBuilder();

    private CodecTableGenerator() {}

    /// Writes the resource. The argument is the folder of the sources' resources.
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0], "dev/quarry/syntax/codecs", CodecTable.RESOURCE);
        Files.writeString(file, resource(PythonVersion.PY313));
    }

    /// The resource's content.
    static String resource(PythonVersion version) {
        CodecTableGenerator generator = new CodecTableGenerator();
        String[] codecs = TestInterpreters.run(version,
                TestInterpreters.resource(CodecTableGenerator.class, "tables.py"), "").split("(?m)^codec ");
        Arrays.stream(codecs).filter(codec -> !codec.isEmpty()).forEach(generator::add);
        return generator.resource.toString();
    }

    private void add(String codec) {
        List<String> lines = codec.lines().toList();
        String[] heading = lines.getFirst().split(" ", 3);
        String kind = heading[0];
        String name = heading[1];
        String charset = CHARSETS.getOrDefault(name, "-");
        boolean missing = charset.equals("-") && kind.equals("multi");
        resource.append(missing ? "other" : kind).append(' ').append(name).append(' ').append(charset);
        if (heading.length > 2) {
            resource.append(' ').append(heading[2]);
        }
        resource.append('\n');
        if (!missing && lines.size() > 1) {
            Map<String, String> decoded = new TreeMap<>(Comparator.comparing(String::length)
                    .thenComparing(Comparator.naturalOrder()));
            lines.subList(1, lines.size()).forEach(row -> {
                int space = row.indexOf(' ');
                decoded.put(row.substring(0, space), row.substring(space + 1).replace(' ', '+'));
            });
            ranges(kind.equals("single") ? null : Charset.forName(charset), decoded);
        }
    }

    /// Adds what `decoded` has otherwise than the charset, or than Latin-1 without one.
    private void ranges(Charset charset, Map<String, String> decoded) {
        Map<String, String> differences = new TreeMap<>(Comparator.comparing(String::length)
                .thenComparing(Comparator.naturalOrder()));
        for (int first = 0; first < 256; first++) {
            String one = String.format("%02x", first);
            compare(charset, one, decoded, differences);
            for (int second = 0; charset != null && !decoded.containsKey(one) && second < 256; second++) {
                compare(charset, String.format("%s%02x", one, second), decoded, differences);
            }
        }
        decoded.keySet().stream().filter(bytes -> bytes.length() > 4)
                .forEach(bytes -> compare(charset, bytes, decoded, differences));
        String first = null;
        String last = null;
        for (String bytes : differences.keySet()) {
            if (last != null && follows(last, bytes, differences)) {
                last = bytes;
                continue;
            }
            addRange(first, last, differences);
            first = bytes;
            last = bytes;
        }
        addRange(first, last, differences);
        endLine();
    }

    private static void compare(Charset charset, String bytes, Map<String, String> decoded,
            Map<String, String> differences) {
        int key = Integer.parseUnsignedInt(bytes, 16);
        int[] here = charset == null ? new int[] {key} : MultibyteCodec.decode(charset, key, bytes.length() / 2);
        String ours = here.length == 0 ? "!" : Integer.toHexString(here[0]);
        String theirs = decoded.getOrDefault(bytes, "!");
        if (!ours.equals(theirs)) {
            differences.put(bytes, theirs);
        }
    }

    private static boolean follows(String last, String bytes, Map<String, String> differences) {
        String before = differences.get(last);
        String after = differences.get(bytes);
        if (last.length() != bytes.length()
                || Integer.parseUnsignedInt(last, 16) + 1 != Integer.parseUnsignedInt(bytes, 16)) {
            return false;
        }
        if (before.equals("!") || after.equals("!")) {
            return before.equals(after);
        }
        return !before.contains("+") && !after.contains("+")
                && Integer.parseInt(before, 16) + 1 == Integer.parseInt(after, 16);
    }

    private void addRange(String first, String last, Map<String, String> differences) {
        if (first == null) {
            return;
        }
        String range = (first.equals(last) ? first : first + "-" + last) + "=" + differences.get(first);
        if (line.length() + 1 + range.length() > LINE) {
            endLine();
        }
        line.append(' ').append(range);
    }

    private void endLine() {
        if (!line.isEmpty()) {
            resource.append(line).append('\n');
            line = new StringBuilder();
        }
    }
}
