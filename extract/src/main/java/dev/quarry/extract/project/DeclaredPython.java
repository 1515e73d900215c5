package dev.quarry.extract.project;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The release of Python that a repository is written in, by its own word.
///
/// The first of these that says something counts: `requires-python` (the newest grammar that it allows) in
/// `pyproject.toml`, `setup.cfg` and `setup.py`; the newest of the classifiers `Programming Language :: Python :: 3.X`
/// there; `.python-version`; and when all are silent, the newest grammar.
///
/// @param version grammar and AST shape
/// @param source `requires_python`, `classifiers`, `python_version_file` or `default`; `option` where a person chose
/// @param problems what made no sense, for people
public record DeclaredPython(PythonVersion version, String source, List<String> problems) {
    private static final Pattern CLASSIFIER =
            Pattern.compile("Programming Language :: Python :: (3\\.[0-9]{1,3})(?: :: .*)?");
    /// `3.12`, `3.12.1`, `cpython-3.12`, `pypy3.10-7.3.17`, `3.14t`, `3.13-dev`.
    private static final Pattern PYENV_VERSION = Pattern.compile("[a-z]*-?(3\\.[0-9]{1,3})(?![0-9]).*");

    /// The release that a person chose.
    static DeclaredPython chosen(PythonVersion version) {
        return new DeclaredPython(version, "option", List.of());
    }

    /// What the files in a repository's root say. Never fails: what makes no sense is among the problems.
    static DeclaredPython of(ProjectFiles root) {
        List<String> problems = new ArrayList<>();
        List<PackagingMetadata> metadata = root.metadata();
        Optional<PythonVersion> required = metadata.stream().flatMap(file -> required(file, problems).stream()).findFirst();
        if (required.isPresent()) {
            return new DeclaredPython(required.get(), "requires_python", List.copyOf(problems));
        }
        Optional<PythonVersion> classified = metadata.stream().flatMap(file -> file.classifiers().stream())
                .flatMap(classifier -> version(CLASSIFIER, classifier).stream()).max(PythonVersion::compareTo);
        if (classified.isPresent()) {
            return new DeclaredPython(classified.get(), "classifiers", List.copyOf(problems));
        }
        Optional<PythonVersion> chosen = chosenForPyenv(root.location(), problems);
        return new DeclaredPython(chosen.orElse(PythonVersion.newest()),
                chosen.isPresent() ? "python_version_file" : "default", List.copyOf(problems));
    }

    private static Optional<PythonVersion> required(PackagingMetadata metadata, List<String> problems) {
        String text = metadata.requiresPython();
        if (text == null) {
            return Optional.empty();
        }
        Optional<PythonRequirement> requirement =
                metadata.isPoetry() ? PythonRequirement.parsePoetry(text) : PythonRequirement.parse(text);
        if (requirement.isEmpty()) {
            problems.add("the required Python '" + shortened(text) + "' is left aside: no valid version specifier");
            return Optional.empty();
        }
        Optional<PythonVersion> newest = requirement.get().newest();
        if (newest.isEmpty()) {
            problems.add("the required Python '" + shortened(text) + "' is left aside: it allows none of "
                    + PythonVersion.values()[0] + " to " + PythonVersion.newest());
        }
        return newest;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    /// The first version named in `.python-version`.
    private static Optional<PythonVersion> chosenForPyenv(Path root, List<String> problems) {
        Path file = root.resolve(".python-version");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return ProjectFiles.utf8(ProjectFile.read(file, ProjectFiles.MAX_BYTES)).lines().map(String::strip)
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> version(PYENV_VERSION, line).stream()).findFirst();
        } catch (IOException e) {
            problems.add(e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<PythonVersion> version(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? PythonVersion.parse(matcher.group(1)) : Optional.empty();
    }
}
