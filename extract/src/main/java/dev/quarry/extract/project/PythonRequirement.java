package dev.quarry.extract.project;

import dev.quarry.syntax.PythonVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which releases of Python a project runs on: PEP 440 specifiers that all have to hold, or, as Poetry writes them,
/// alternatives of such.
///
/// @param alternatives one of them has to hold, with all of its specifiers
record PythonRequirement(List<List<VersionSpecifier>> alternatives) {
    /// Bug-fix releases of one minor release that are looked at; there have never been more than 25.
    private static final int MICRO_RELEASES = 100;
    private static final int MAX_LENGTH = 1000;

    /// Reads `requires-python`; empty if it isn't valid.
    static Optional<PythonRequirement> parse(String specifiers) {
        if (specifiers.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return parseSpecifiers(specifiers).map(all -> new PythonRequirement(List.of(all)));
    }

    /// Reads Poetry's constraints: those of PEP 440, and `^3.8`, `~3.8`, `3.8.*`, `3.8`, `*` and `||`.
    static Optional<PythonRequirement> parsePoetry(String constraint) {
        if (constraint.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<List<VersionSpecifier>> alternatives = new ArrayList<>();
        for (String alternative : constraint.split("\\|\\|?")) {
            List<String> translated = new ArrayList<>();
            for (String clause : alternative.strip().split("\\s*,\\s*|(?<=[0-9*])\\s+")) {
                Optional<String> specifiers = ofPoetry(clause.strip());
                if (specifiers.isEmpty()) {
                    return Optional.empty();
                }
                translated.add(specifiers.get());
            }
            Optional<List<VersionSpecifier>> all = parseSpecifiers(String.join(",", translated));
            if (all.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(all.get());
        }
        return Optional.of(new PythonRequirement(alternatives));
    }

    private static Optional<List<VersionSpecifier>> parseSpecifiers(String text) {
        List<VersionSpecifier> specifiers = new ArrayList<>();
        for (String clause : text.split(",")) {
            if (clause.isBlank()) {
                continue;
            }
            VersionSpecifier specifier = VersionSpecifier.parse(clause);
            if (specifier == null) {
                return Optional.empty();
            }
            specifiers.add(specifier);
        }
        return Optional.of(specifiers);
    }

    /// One clause of Poetry's in PEP 440's words.
    private static Optional<String> ofPoetry(String clause) {
        if (clause.equals("*")) {
            return Optional.of("");
        }
        if (clause.isEmpty() || "<>=!".indexOf(clause.charAt(0)) >= 0 || clause.startsWith("~=")) {
            return Optional.of(clause);
        }
        char operator = clause.charAt(0);
        if (operator != '^' && operator != '~') {
            return Optional.of("==" + clause);
        }
        String lowest = clause.substring(1).strip();
        Pep440Version version = Pep440Version.parse(lowest);
        if (version == null) {
            return Optional.empty();
        }
        // Python's major version is never 0, so a caret always keeps the first number; a tilde keeps the second one
        // as well where it is written.
        boolean keepsMinor = operator == '~' && version.release().size() > 1;
        return Optional.of(">=" + lowest + ",==" + version.releaseNumber(0)
                + (keepsMinor ? "." + version.releaseNumber(1) : "") + ".*");
    }

    /// The newest grammar among those that a permitted final release has; empty when none has.
    Optional<PythonVersion> newest() {
        PythonVersion newest = null;
        for (PythonVersion version : PythonVersion.values()) {
            if (PythonVersion.newest().isAtLeast(version) && allows(version)) {
                newest = version;
            }
        }
        return Optional.ofNullable(newest);
    }

    private boolean allows(PythonVersion version) {
        for (int micro = 0; micro < MICRO_RELEASES; micro++) {
            for (List<VersionSpecifier> specifiers : alternatives) {
                if (allow(specifiers, version, micro)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean allow(List<VersionSpecifier> specifiers, PythonVersion version, int micro) {
        for (VersionSpecifier specifier : specifiers) {
            if (!specifier.allows(3, version.minor(), micro)) {
                return false;
            }
        }
        return true;
    }
}
