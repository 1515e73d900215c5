package dev.quarry.extract.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The packaging files of one folder, each read and parsed once. What is not there, or cannot be read, says nothing.
///
/// @param folder below the repository's root, with `/` at the end; empty for the root itself
/// @param location where it is
/// @param pyproject `pyproject.toml`
/// @param setupConfig `setup.cfg`: the lines of each value, by `section.key`
/// @param setupScript `setup.py`
/// @param problems of files that cannot be read
record ProjectFiles(String folder, Path location, Pyproject pyproject, Map<String, List<String>> setupConfig,
        SetupScript setupScript, List<ProjectProblem> problems) {
    /// The names of the files.
    static final List<String> NAMES = List.of("pyproject.toml", "setup.cfg", "setup.py");
    /// Of one file; a larger one is a problem.
    static final int MAX_BYTES = 1 << 18;

    /// Reads the files of a folder. Never fails.
    ///
    /// @param folder below the repository's root, with `/` at the end; empty for the root itself
    static ProjectFiles read(String folder, Path location) {
        List<ProjectProblem> problems = new ArrayList<>();
        Reader reader = new Reader(folder, location, problems);
        Pyproject pyproject = reader.read("pyproject.toml", Pyproject.NONE, file -> Pyproject.parse(utf8(file)));
        Map<String, List<String>> config =
                reader.read("setup.cfg", Map.of(), file -> SetupConfig.values(utf8(file)));
        SetupScript script = reader.read("setup.py", SetupScript.NONE, SetupScript::parse);
        return new ProjectFiles(folder, location, pyproject, config, script, List.copyOf(problems));
    }

    /// Whether one of the files describes a project; of many folders they only say how tools treat them.
    boolean isProject() {
        return pyproject.isProject() || SetupConfig.isProject(setupConfig) || setupScript.isProject();
    }

    /// What the files say of Python, the weightiest first.
    List<PackagingMetadata> metadata() {
        return List.of(pyproject.metadata(), SetupConfig.metadata(setupConfig), setupScript.metadata());
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private interface Parsing<T> {
        T parse(byte[] file) throws IOException;
    }

    private record Reader(String folder, Path location, List<ProjectProblem> problems) {
        <T> T read(String name, T none, Parsing<T> parsing) {
            Path file = location.resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return none;
            }
            byte[] bytes;
            try {
                bytes = ProjectFile.read(file, MAX_BYTES);
            } catch (IOException e) {
                problems.add(new ProjectProblem(folder + name, e.getMessage()));
                return none;
            }
            try {
                return parsing.parse(bytes);
            } catch (IOException e) {
                problems.add(new ProjectProblem(folder + name, folder + name + " is left aside: " + e.getMessage()));
                return none;
            }
        }
    }
}
