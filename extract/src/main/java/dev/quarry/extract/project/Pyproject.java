package dev.quarry.extract.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/// Reads `pyproject.toml`: PEP 621's table, Poetry's and Flit's old ones.
final class Pyproject {
    private Pyproject() {}

    static PackagingMetadata parse(String toml) throws IOException {
        TomlParseResult result = read(toml);
        List<String> classifiers = new ArrayList<>();
        for (List<String> path : List.of(List.of("project", "classifiers"), List.of("tool", "poetry", "classifiers"),
                List.of("tool", "flit", "metadata", "classifiers"))) {
            addStrings(value(result, path), classifiers);
        }
        for (List<String> path : List.of(List.of("project", "requires-python"),
                List.of("tool", "flit", "metadata", "requires-python"))) {
            if (value(result, path) instanceof String specifiers) {
                return new PackagingMetadata(specifiers, false, classifiers);
            }
        }
        return value(result, List.of("tool", "poetry", "dependencies", "python")) instanceof String constraint
                ? new PackagingMetadata(constraint, true, classifiers)
                : new PackagingMetadata(null, false, classifiers);
    }

    static TomlParseResult read(String toml) throws IOException {
        TomlParseResult result;
        try {
            result = Toml.parse(toml);
        } catch (StackOverflowError e) {
            throw new IOException("nested too deeply", e);
        }
        if (result.hasErrors()) {
            throw new IOException(result.errors().getFirst().getMessage().lines().findFirst().orElse("not valid TOML"));
        }
        return result;
    }

    /// The value at a path; null when there is none, also when something on the way is no table.
    static Object value(TomlParseResult toml, List<String> path) {
        for (int length = 1; length < path.size(); length++) {
            if (!toml.isTable(path.subList(0, length))) {
                return null;
            }
        }
        return toml.get(path);
    }

    static void addStrings(Object array, List<String> strings) {
        if (array instanceof TomlArray values) {
            for (Object value : values.toList()) {
                if (value instanceof String string) {
                    strings.add(string);
                }
            }
        }
    }
}
