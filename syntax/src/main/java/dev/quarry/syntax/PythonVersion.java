package dev.quarry.syntax;

import java.util.Optional;

/// A release of the Python language whose grammar and syntax-tree shape can be asked for.
///
/// Constants are in release order, so `compareTo` and [#isAtLeast] compare versions.
public enum PythonVersion {
    PY38(8), PY39(9), PY310(10), PY311(11), PY312(12), PY313(13), PY314(14), PY315(15);

    private final int minor;

    PythonVersion(int minor) {
        this.minor = minor;
    }

    /// The newest release that is fully supported by default.
    public static PythonVersion newest() {
        return PY315;
    }

    /// The minor number: 13 for 3.13.
    public int minor() {
        return minor;
    }

    public boolean isAtLeast(PythonVersion other) {
        return minor >= other.minor;
    }

    /// Reads `3.13`; empty for anything else, also for versions outside 3.8 to 3.15.
    public static Optional<PythonVersion> parse(String text) {
        for (PythonVersion version : values()) {
            if (version.toString().equals(text)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "3." + minor;
    }
}
