package dev.quarry.extract.scan;

import java.nio.file.Path;
import java.util.List;

/// What is known of a repository before its files are listed.
///
/// @param repo its id: the option, else the origin URL as host/owner/name, else the name of the root folder
/// @param root the folder that is extracted, absolute, without symbolic links
/// @param git whether files are listed by git's index and ignore rules; false for a folder that is walked
/// @param gitCommit id of the checked-out commit, hex; null without git, before the first commit, or when it cannot be
///     read
/// @param extensions the extensions that make a file Python
public record RepositoryFacts(
        String repo, Path root, boolean git, String gitCommit, List<PythonExtension> extensions) {}
