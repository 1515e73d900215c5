package dev.quarry.cli;

import dev.quarry.extract.project.ProjectFile;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/// What a repository's own `quarry.toml` says about how to read it.
///
/// The file comes with the repository, so it is as trustworthy as the repository: it may say which files count and
/// which Python they are written in, and nothing that names a location, a program or a library.
///
/// @param include globs in gitignore syntax; empty when not given
/// @param exclude globs in gitignore syntax; empty when not given
/// @param python grammar; null when not given
record RepositoryConfig(List<String> include, List<String> exclude, PythonVersion python) {
    static final String FILE_NAME = "quarry.toml";

    private static final RepositoryConfig NONE = new RepositoryConfig(List.of(), List.of(), null);
    private static final List<String> KEYS = List.of("include", "exclude", "python");
    private static final int MAX_BYTES = 1 << 16;

    /// Options that exist, and why a repository may not set them for the person who reads it.
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("out", "names a location"),
            Map.entry("store", "names a location"),
            Map.entry("root", "names a location"),
            Map.entry("path", "names a location"),
            Map.entry("paths", "names a location"),
            Map.entry("python_path", "names a location"),
            Map.entry("interpreter", "names an interpreter"),
            Map.entry("python_executable", "names an interpreter"),
            Map.entry("executable", "names a program"),
            Map.entry("command", "names a command"),
            Map.entry("commands", "names a command"),
            Map.entry("library", "names a library"),
            Map.entry("libraries", "names a library"),
            Map.entry("plugin", "names a library"),
            Map.entry("plugins", "names a library"),
            Map.entry("jobs", "is the choice of the person who extracts"),
            Map.entry("datasets", "is the choice of the person who extracts"),
            Map.entry("blobs", "is the choice of the person who extracts"),
            Map.entry("repo", "is the choice of the person who extracts"),
            Map.entry("strict", "is the choice of the person who extracts"),
            Map.entry("max_file_bytes", "is the choice of the person who extracts"),
            Map.entry("follow_symlinks", "is the choice of the person who extracts"),
            Map.entry("submodules", "is the choice of the person who extracts"));

    /// Reads the file in a repository's root.
    ///
    /// @return nothing set if there is no such file
    /// @throws CommandFailure if it can't be read or says something that it may not say
    static RepositoryConfig in(Path root) {
        Path file = root.resolve(FILE_NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return NONE;
        }
        TomlParseResult toml = Toml.parse(text(file));
        if (toml.hasErrors()) {
            TomlParseError error = toml.errors().getFirst();
            throw bad(file, error.position(), firstLine(error.getMessage()));
        }
        for (String key : toml.keySet()) {
            checkKey(file, toml, key);
        }
        return new RepositoryConfig(strings(file, toml, "include"), strings(file, toml, "exclude"),
                python(file, toml));
    }

    private static String text(Path file) {
        try {
            return new String(ProjectFile.read(file, MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.badInput(e.getMessage(), e);
        }
    }

    private static void checkKey(Path file, TomlParseResult toml, String key) {
        if (KEYS.contains(key)) {
            return;
        }
        TomlPosition position = toml.inputPositionOf(List.of(key));
        String reason = REFUSED.get(key.replace('-', '_'));
        if (reason != null) {
            throw bad(file, position, "'" + key + "' " + reason
                    + ", which a repository's own file may not set; remove it and use the command line");
        }
        String suggestion = Suggestion.of(key, KEYS);
        throw bad(file, position, "unknown key '" + key + "'"
                + (suggestion.isEmpty() ? "; known are " + String.join(", ", KEYS) : suggestion));
    }

    private static List<String> strings(Path file, TomlParseResult toml, String key) {
        Object value = toml.get(List.of(key));
        if (value == null) {
            return List.of();
        }
        List<String> strings = new ArrayList<>();
        if (value instanceof TomlArray array) {
            for (Object element : array.toList()) {
                if (!(element instanceof String text)) {
                    throw wrongType(file, toml, key, "a list of strings, e.g. [\"src/**\"]");
                }
                strings.add(text);
            }
            return List.copyOf(strings);
        }
        throw wrongType(file, toml, key, "a list of strings, e.g. [\"src/**\"]");
    }

    private static PythonVersion python(Path file, TomlParseResult toml) {
        Object value = toml.get(List.of("python"));
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrongType(file, toml, "python", "a string, e.g. \"3.12\"");
        }
        return PythonVersion.parse(text).orElseThrow(() -> bad(file, toml.inputPositionOf(List.of("python")),
                PythonOption.unknown(text)));
    }

    private static CommandFailure wrongType(Path file, TomlParseResult toml, String key, String wanted) {
        return bad(file, toml.inputPositionOf(List.of(key)), "'" + key + "' has to be " + wanted);
    }

    private static CommandFailure bad(Path file, TomlPosition position, String problem) {
        return CommandFailure.badInput(file + ":" + position.line() + ":" + position.column() + ": " + problem);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
