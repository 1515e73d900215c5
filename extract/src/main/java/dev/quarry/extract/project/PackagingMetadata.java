package dev.quarry.extract.project;

import java.util.List;

/// What a packaging file says about the releases of Python that a project is for.
///
/// @param requiresPython the specifiers as written; null when there are none
/// @param isPoetry whether the specifiers are in Poetry's language, not PEP 440's
/// @param classifiers trove classifiers
record PackagingMetadata(String requiresPython, boolean isPoetry, List<String> classifiers) {
    static final PackagingMetadata NONE = new PackagingMetadata(null, false, List.of());
}
