package dev.quarry.extract.project;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One clause of a PEP 440 version specifier, such as `>=3.8` or `==3.11.*`.
///
/// @param operator as written
/// @param version what the operator compares with; null for `===`
/// @param wildcard whether `.*` follows the version, which `==` and `!=` may have
/// @param text the version as written
record VersionSpecifier(String operator, Pep440Version version, boolean wildcard, String text) {
    private static final Pattern SYNTAX = Pattern.compile("(~=|===|==|!=|<=|>=|<|>)\\s*(\\S+)");

    /// The specifier that a text stands for; null if it is none.
    static VersionSpecifier parse(String specifier) {
        Matcher matcher = SYNTAX.matcher(specifier.strip());
        if (!matcher.matches()) {
            return null;
        }
        String operator = matcher.group(1);
        String text = matcher.group(2);
        if (operator.equals("===")) {
            return new VersionSpecifier(operator, null, false, text);
        }
        boolean wildcard = text.endsWith(".*");
        Pep440Version version = Pep440Version.parse(wildcard ? text.substring(0, text.length() - 2) : text);
        if (version == null || !isAllowed(operator, version, wildcard)) {
            return null;
        }
        return new VersionSpecifier(operator, version, wildcard, text);
    }

    private static boolean isAllowed(String operator, Pep440Version version, boolean wildcard) {
        if (wildcard) {
            return (operator.equals("==") || operator.equals("!=")) && version.isFinal();
        }
        return switch (operator) {
            case "==", "!=" -> true;
            case "~=" -> version.release().size() > 1 && version.local() == null;
            default -> version.local() == null;
        };
    }

    /// Whether a final release, given by its three numbers, is one of those meant.
    boolean allows(int major, int minor, int micro) {
        Pep440Version candidate = Pep440Version.release(major, minor, micro);
        return switch (operator) {
            case "===" -> text.equals(major + "." + minor + "." + micro);
            case "==" -> isEqual(candidate);
            case "!=" -> !isEqual(candidate);
            case "<=" -> candidate.compareTo(version) <= 0;
            case ">=" -> candidate.compareTo(version) >= 0;
            case "<" -> candidate.compareTo(version) < 0;
            case ">" -> candidate.compareTo(version) > 0;
            default -> candidate.compareTo(version) >= 0
                    && version.isPrefixOf(candidate, version.release().size() - 1);
        };
    }

    private boolean isEqual(Pep440Version candidate) {
        return wildcard ? version.isPrefixOf(candidate, version.release().size())
                : version.local() == null && version.compareTo(candidate) == 0;
    }
}
