package dev.quarry.extract.project;

import java.util.Set;

/// A distribution whose metadata a virtual environment holds (Core metadata, "Recording installed projects").
///
/// @param modules top-level modules and packages that it installs; null where its metadata does not say
/// @param namespaces those of them that are namespace packages: folders without `__init__.py`
record InstalledDistribution(Distribution distribution, Set<String> modules, Set<String> namespaces) {}
