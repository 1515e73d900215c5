package dev.quarry.extract.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads `setup.cfg` as `configparser` does: sections, `key = value` or `key: value`, values that go on in indented
/// lines, whole-line comments.
final class SetupConfig {
    private SetupConfig() {}

    /// What the values say of Python.
    static PackagingMetadata metadata(Map<String, List<String>> values) {
        List<String> requirement = values.getOrDefault("options.python_requires",
                values.getOrDefault("options.python-requires", List.of()));
        String specifiers = String.join(" ", requirement).strip();
        return new PackagingMetadata(specifiers.isEmpty() ? null : specifiers, false,
                values.getOrDefault("metadata.classifiers", List.of()));
    }

    /// The lines of each value, stripped, empty ones left out; under `section.key`.
    static Map<String, List<String>> values(String text) {
        Map<String, List<String>> values = new HashMap<>();
        String section = "";
        List<String> current = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                current.add(content);
            } else if (content.startsWith("[") && content.endsWith("]")) {
                section = content.substring(1, content.length() - 1);
                current = new ArrayList<>();
            } else {
                int delimiter = firstOf(content, '=', ':');
                String key = (delimiter < 0 ? content : content.substring(0, delimiter)).strip();
                current = new ArrayList<>();
                values.put(section + "." + key.toLowerCase(Locale.ROOT), current);
                String value = delimiter < 0 ? "" : content.substring(delimiter + 1).strip();
                if (!value.isEmpty()) {
                    current.add(value);
                }
            }
        }
        return values;
    }

    /// Whether the values describe a project, not only how tools treat a folder.
    static boolean isProject(Map<String, List<String>> values) {
        return values.keySet().stream().anyMatch(key -> key.startsWith("metadata.") || key.startsWith("options."));
    }

    private static int firstOf(String text, char one, char other) {
        int first = text.indexOf(one);
        int second = text.indexOf(other);
        return first < 0 || (second >= 0 && second < first) ? second : first;
    }
}
