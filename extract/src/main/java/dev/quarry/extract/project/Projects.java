package dev.quarry.extract.project;

import dev.quarry.syntax.PythonVersion;
import java.util.List;

/// The projects of a repository: its root, and every folder below that has packaging files of its own.
///
/// @param all the root first, whatever it has; the others in the order of their folders
/// @param problems of files that cannot be read
public record Projects(List<ProjectFiles> all, List<ProjectProblem> problems) {

    /// The release of Python that the repository is written in.
    ///
    /// @param chosen by a person; null where nobody chose
    public DeclaredPython python(PythonVersion chosen) {
        return chosen != null ? DeclaredPython.chosen(chosen) : DeclaredPython.of(all.getFirst());
    }

    /// How the repository's files are imported.
    ///
    /// @param chosen folders that a person chose, below the repository's root; empty where nobody chose
    public ModuleNames modules(List<String> chosen) {
        return chosen.isEmpty() ? DeclaredRoots.of(all) : ModuleRoots.of(chosen);
    }

    /// The distributions that the repository uses, as far as its own files say.
    public Distributions distributions() {
        return DistributionReader.read(all);
    }
}
