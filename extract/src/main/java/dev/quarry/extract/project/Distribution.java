package dev.quarry.extract.project;

import java.util.Locale;
import java.util.regex.Pattern;

/// A distribution package that a repository uses.
///
/// @param name normalised as PEP 503 says
/// @param version as written; null where nothing says which
/// @param source what names it
public record Distribution(String name, String version, Source source) {
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    /// What names a distribution, the weightiest first.
    public enum Source {
        /// Metadata in a virtual environment of the repository.
        INSTALLED,
        /// A lock file.
        LOCK,
        /// A requirement, of which only an exact one has a version.
        REQUIREMENT;

        /// The name in lower case, as tables have it.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A name that is compared with others: lower case, runs of `-`, `_` and `.` as one `-` (PEP 503).
    static String normalized(String name) {
        return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
