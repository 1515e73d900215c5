package dev.quarry.extract.project;

import dev.quarry.syntax.names.ModuleName;
import java.util.Optional;

/// How the files of a repository are imported.
public interface ModuleNames {
    /// The module that a file is.
    ///
    /// @param path below the repository's root, `/` separated
    /// @return empty when no import statement can name it
    Optional<ModuleName> of(String path);

    /// The folder that holds the top-level package or module of a file, with `/` at the end; null where the file is in a
    /// folder that is itself called by a package's name.
    String topFolder(String path);

    /// The folders that modules' names start from, as one text for the record of the run.
    String roots();
}
