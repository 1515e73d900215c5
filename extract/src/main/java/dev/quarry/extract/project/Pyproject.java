package dev.quarry.extract.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// What `pyproject.toml` holds. Values of other types than are asked for count as absent.
final class Pyproject {
    /// One without anything. No parser is loaded for it.
    static final Pyproject NONE = new Pyproject(null);

    private static final List<String> PACKAGING_TOOLS = List.of("flit", "hatch", "maturin", "pdm", "poetry", "rye",
            "scikit-build", "setuptools", "uv");

    private final TomlTable table;

    private Pyproject(TomlTable table) {
        this.table = table;
    }

    /// @throws IOException with the parser's first complaint if it is no TOML
    static Pyproject parse(String toml) throws IOException {
        TomlParseResult result;
        try {
            result = Toml.parse(toml);
        } catch (StackOverflowError e) {
            throw new IOException("nested too deeply", e);
        }
        if (result.hasErrors()) {
            TomlParseError error = result.errors().getFirst();
            throw new IOException("line " + error.position().line() + ", column " + error.position().column() + ": "
                    + error.getMessage().lines().findFirst().orElse("not valid TOML"));
        }
        return new Pyproject(result);
    }

    /// The value at a path; null when there is none, also when something on the way is no table.
    Object value(String... path) {
        Object value = table;
        for (String key : path) {
            value = value instanceof TomlTable inner ? inner.get(List.of(key)) : null;
        }
        return value;
    }

    /// The string at a path; null when there is none.
    String string(String... path) {
        return value(path) instanceof String text ? text : null;
    }

    /// The strings of the array at a path; of another type than strings, elements are left out.
    List<String> strings(String... path) {
        return strings(value(path));
    }

    static List<String> strings(Object array) {
        List<String> strings = new ArrayList<>();
        if (array instanceof TomlArray values) {
            for (Object value : values.toList()) {
                if (value instanceof String string) {
                    strings.add(string);
                }
            }
        }
        return strings;
    }

    /// The tables of the array at a path.
    List<TomlTable> tables(String... path) {
        return value(path) instanceof TomlArray values
                ? values.toList().stream().filter(TomlTable.class::isInstance).map(TomlTable.class::cast).toList()
                : List.of();
    }

    /// The table at a path, by key; empty when there is none.
    Map<String, Object> entries(String... path) {
        return value(path) instanceof TomlTable found ? new TreeMap<>(found.toMap()) : Map.of();
    }

    /// Whether it describes a project, not only how tools other than for packaging treat a folder.
    boolean isProject() {
        return value("project") != null || value("build-system") != null
                || PACKAGING_TOOLS.stream().anyMatch(tool -> value("tool", tool) != null);
    }

    /// What PEP 621's table says of Python, or Poetry's and Flit's old ones.
    PackagingMetadata metadata() {
        List<String> classifiers = new ArrayList<>(strings("project", "classifiers"));
        classifiers.addAll(strings("tool", "poetry", "classifiers"));
        classifiers.addAll(strings("tool", "flit", "metadata", "classifiers"));
        String specifiers = string("project", "requires-python");
        if (specifiers == null) {
            specifiers = string("tool", "flit", "metadata", "requires-python");
        }
        String constraint = string("tool", "poetry", "dependencies", "python");
        return specifiers != null || constraint == null ? new PackagingMetadata(specifiers, false, classifiers)
                : new PackagingMetadata(constraint, true, classifiers);
    }
}
